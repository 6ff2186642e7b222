"""Example sentences of our own with their grammar, for the tests of event words, status and roles.

A word is written form/lemma/UPOS/head/relation.
"""

from tests.fakes import reading_of, scene_of

ROWS = {
    "Rebels attacked a police station in the capital.": (
        "Rebels/rebel/NOUN/2/nsubj attacked/attack/VERB/0/root a/a/DET/5/det police/police/NOUN/5/compound "
        "station/station/NOUN/2/obj in/in/ADP/8/case the/the/DET/8/det capital/capital/NOUN/5/nmod "
        "././PUNCT/2/punct "
    ),
    "Gunmen shot the mother of a soldier who was killed.": (
        "Gunmen/gunman/NOUN/2/nsubj shot/shoot/VERB/0/root the/the/DET/4/det mother/mother/NOUN/2/obj "
        "of/of/ADP/7/case a/a/DET/7/det soldier/soldier/NOUN/4/nmod who/who/PRON/10/nsubj:pass "
        "was/be/AUX/10/aux:pass killed/kill/VERB/4/acl:relcl ././PUNCT/2/punct "
    ),
    "These attacks worry us.": (
        "These/these/DET/2/det attacks/attack/NOUN/3/nsubj worry/worry/VERB/0/root us/we/PRON/3/obj ././PUNCT/3/punct "
    ),
    "A hunter was accidentally shot.": (
        "A/a/DET/2/det hunter/hunter/NOUN/5/nsubj:pass was/be/AUX/5/aux:pass accidentally/accidentally/ADV/5/advmod "
        "shot/shoot/VERB/0/root ././PUNCT/5/punct "
    ),
    "The army will attack the rebels.": (
        "The/the/DET/2/det army/army/NOUN/4/nsubj will/will/AUX/4/aux attack/attack/VERB/0/root "
        "the/the/DET/6/det rebels/rebel/NOUN/4/obj ././PUNCT/4/punct "
    ),
    "The rebels did not attack the camp.": (
        "The/the/DET/2/det rebels/rebel/NOUN/5/nsubj did/do/AUX/5/aux not/not/PART/5/advmod "
        "attack/attack/VERB/0/root the/the/DET/7/det camp/camp/NOUN/5/obj ././PUNCT/5/punct "
    ),
    "The group threatened an attack on the embassy.": (
        "The/the/DET/2/det group/group/NOUN/3/nsubj threatened/threaten/VERB/0/root an/a/DET/5/det "
        "attack/attack/NOUN/3/obj on/on/ADP/8/case the/the/DET/8/det embassy/embassy/NOUN/5/nmod "
        "././PUNCT/3/punct "
    ),
    "Police foiled an attack on the airport.": (
        "Police/police/NOUN/2/nsubj foiled/foil/VERB/0/root an/a/DET/4/det attack/attack/NOUN/2/obj "
        "on/on/ADP/7/case the/the/DET/7/det airport/airport/NOUN/4/nmod ././PUNCT/2/punct "
    ),
    "The rebels will continue the attacks.": (
        "The/the/DET/2/det rebels/rebel/NOUN/4/nsubj will/will/AUX/4/aux continue/continue/VERB/0/root "
        "the/the/DET/6/det attacks/attack/NOUN/4/obj ././PUNCT/4/punct "
    ),
    "The council does not plan sanctions.": (
        "The/the/DET/2/det council/council/NOUN/5/nsubj does/do/AUX/5/aux not/not/PART/5/advmod "
        "plan/plan/VERB/0/root sanctions/sanction/NOUN/5/obj ././PUNCT/5/punct "
    ),
    "After the liberation families will return.": (
        "After/after/ADP/3/case the/the/DET/3/det liberation/liberation/NOUN/6/obl families/family/NOUN/6/nsubj "
        "will/will/AUX/6/aux return/return/VERB/0/root ././PUNCT/6/punct "
    ),
    "The nominee attacked his rival in an ad.": (
        "The/the/DET/2/det nominee/nominee/NOUN/3/nsubj attacked/attack/VERB/0/root his/his/PRON/5/nmod:poss "
        "rival/rival/NOUN/3/obj in/in/ADP/8/case an/an/DET/8/det ad/ad/NOUN/3/obl ././PUNCT/3/punct "
    ),
    "If the rebels attack, the army will respond.": (
        "If/if/SCONJ/4/mark the/the/DET/3/det rebels/rebel/NOUN/4/nsubj attack/attack/VERB/9/advcl "
        ",/,/PUNCT/4/punct the/the/DET/7/det army/army/NOUN/9/nsubj will/will/AUX/9/aux "
        "respond/respond/VERB/0/root ././PUNCT/9/punct "
    ),
    "The minister called for an end to the attacks.": (
        "The/the/DET/2/det minister/minister/NOUN/3/nsubj called/call/VERB/0/root for/for/ADP/6/case "
        "an/a/DET/6/det end/end/NOUN/3/obl to/to/ADP/9/case the/the/DET/9/det attacks/attack/NOUN/6/nmod "
        "././PUNCT/3/punct "
    ),
    "Critics attacked the proposal.": (
        "Critics/critic/NOUN/2/nsubj attacked/attack/VERB/0/root the/the/DET/4/det "
        "proposal/proposal/NOUN/2/obj ././PUNCT/2/punct "
    ),
    "Workers began a strike over pay.": (
        "Workers/worker/NOUN/2/nsubj began/begin/VERB/0/root a/a/DET/4/det strike/strike/NOUN/2/obj "
        "over/over/ADP/6/case pay/pay/NOUN/4/nmod ././PUNCT/2/punct "
    ),
    "A missile strike killed ten soldiers.": (
        "A/a/DET/3/det missile/missile/NOUN/3/compound strike/strike/NOUN/4/nsubj killed/kill/VERB/0/root "
        "ten/ten/NUM/6/nummod soldiers/soldier/NOUN/4/obj ././PUNCT/4/punct "
    ),
    "The manager fired two employees.": (
        "The/the/DET/2/det manager/manager/NOUN/3/nsubj fired/fire/VERB/0/root two/two/NUM/5/nummod "
        "employees/employee/NOUN/3/obj ././PUNCT/3/punct "
    ),
    "Gunmen fired on a bus.": (
        "Gunmen/gunman/NOUN/2/nsubj fired/fire/VERB/0/root on/on/ADP/5/case a/a/DET/5/det bus/bus/NOUN/2/obl "
        "././PUNCT/2/punct "
    ),
    "A bomb exploded near the market.": (
        "A/a/DET/2/det bomb/bomb/NOUN/3/nsubj exploded/explode/VERB/0/root near/near/ADP/6/case "
        "the/the/DET/6/det market/market/NOUN/3/obl ././PUNCT/3/punct "
    ),
    "The runner suffered a heart attack.": (
        "The/the/DET/2/det runner/runner/NOUN/3/nsubj suffered/suffer/VERB/0/root a/a/DET/6/det "
        "heart/heart/NOUN/6/compound attack/attack/NOUN/3/obj ././PUNCT/3/punct "
    ),
    "Troops withdrew from the valley.": (
        "Troops/troop/NOUN/2/nsubj withdrew/withdraw/VERB/0/root from/from/ADP/5/case the/the/DET/5/det "
        "valley/valley/NOUN/2/obl ././PUNCT/2/punct "
    ),
    "The two presidents met in the capital.": (
        "The/the/DET/3/det two/two/NUM/3/nummod presidents/president/NOUN/4/nsubj met/meet/VERB/0/root "
        "in/in/ADP/7/case the/the/DET/7/det capital/capital/NOUN/4/obl ././PUNCT/4/punct "
    ),
    "Officials condemned the attack.": (
        "Officials/official/NOUN/2/nsubj condemned/condemn/VERB/0/root the/the/DET/4/det "
        "attack/attack/NOUN/2/obj ././PUNCT/2/punct "
    ),
    "The ministry denied that its troops attacked the village.": (
        "The/the/DET/2/det ministry/ministry/NOUN/3/nsubj denied/deny/VERB/0/root that/that/SCONJ/7/mark "
        "its/its/PRON/6/nmod:poss troops/troop/NOUN/7/nsubj attacked/attack/VERB/3/ccomp the/the/DET/9/det "
        "village/village/NOUN/7/obj ././PUNCT/3/punct "
    ),
    "The fort was shelled by the rebels.": (
        "The/the/DET/2/det fort/fort/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass shelled/shell/VERB/0/root "
        "by/by/ADP/7/case the/the/DET/7/det rebels/rebel/NOUN/4/obl:agent ././PUNCT/4/punct "
    ),
    "Troops moved in to attack the village.": (
        "Troops/troop/NOUN/2/nsubj moved/move/VERB/0/root in/in/ADP/2/advmod to/to/PART/5/mark "
        "attack/attack/VERB/2/advcl the/the/DET/7/det village/village/NOUN/5/obj ././PUNCT/2/punct "
    ),
    "The militia promised to release the hostages.": (
        "The/the/DET/2/det militia/militia/NOUN/3/nsubj promised/promise/VERB/0/root to/to/PART/5/mark "
        "release/release/VERB/3/xcomp the/the/DET/7/det hostages/hostage/NOUN/5/obj ././PUNCT/3/punct "
    ),
    "The soldiers continued to shell the town.": (
        "The/the/DET/2/det soldiers/soldier/NOUN/3/nsubj continued/continue/VERB/0/root to/to/PART/5/mark "
        "shell/shell/VERB/3/xcomp the/the/DET/7/det town/town/NOUN/5/obj ././PUNCT/3/punct "
    ),
    "The state expelled five diplomats.": (
        "The/the/DET/2/det state/state/NOUN/3/nsubj expelled/expel/VERB/0/root five/five/NUM/5/nummod "
        "diplomats/diplomat/NOUN/3/obj ././PUNCT/3/punct "
    ),
    "Thousands of people demonstrated in the square.": (
        "Thousands/thousand/NOUN/4/nsubj of/of/ADP/3/case people/people/NOUN/1/nmod "
        "demonstrated/demonstrate/VERB/0/root in/in/ADP/7/case the/the/DET/7/det square/square/NOUN/4/obl "
        "././PUNCT/4/punct "
    ),
    "The parties agreed to a ceasefire.": (
        "The/the/DET/2/det parties/party/NOUN/3/nsubj agreed/agree/VERB/0/root to/to/ADP/6/case a/a/DET/6/det "
        "ceasefire/ceasefire/NOUN/3/obl ././PUNCT/3/punct "
    ),
    "Five people died in the crash.": (
        "Five/five/NUM/2/nummod people/people/NOUN/3/nsubj died/die/VERB/0/root in/in/ADP/6/case "
        "the/the/DET/6/det crash/crash/NOUN/3/obl ././PUNCT/3/punct "
    ),
    "A suspected militant attacked the post.": (
        "A/a/DET/3/det suspected/suspect/ADJ/3/amod militant/militant/NOUN/4/nsubj "
        "attacked/attack/VERB/0/root the/the/DET/6/det post/post/NOUN/4/obj ././PUNCT/4/punct "
    ),
    "The army is shelling the town.": (
        "The/the/DET/2/det army/army/NOUN/4/nsubj is/be/AUX/4/aux shelling/shell/VERB/0/root "
        "the/the/DET/6/det town/town/NOUN/4/obj ././PUNCT/4/punct "
    ),
    "The planned withdrawal alarmed the villagers.": (
        "The/the/DET/3/det planned/plan/ADJ/3/amod withdrawal/withdrawal/NOUN/4/nsubj "
        "alarmed/alarm/VERB/0/root the/the/DET/6/det villagers/villager/NOUN/4/obj ././PUNCT/4/punct "
    ),
    "The rebels will step up their attacks.": (
        "The/the/DET/2/det rebels/rebel/NOUN/4/nsubj will/will/AUX/4/aux step/step/VERB/0/root "
        "up/up/ADP/7/case their/their/PRON/7/nmod:poss attacks/attack/NOUN/4/obj ././PUNCT/4/punct "
    ),
    "The rebels stepped up their attacks.": (
        "The/the/DET/2/det rebels/rebel/NOUN/3/nsubj stepped/step/VERB/0/root "
        "up/up/ADP/6/case their/their/PRON/6/nmod:poss attacks/attack/NOUN/3/obj ././PUNCT/3/punct "
    ),
    "The wing will leave, with a squadron deploying again in June.": (
        "The/the/DET/2/det wing/wing/NOUN/4/nsubj will/will/AUX/4/aux leave/leave/VERB/0/root ,/,/PUNCT/9/punct "
        "with/with/ADP/8/case a/a/DET/8/det squadron/squadron/NOUN/4/obl deploying/deploy/VERB/4/advcl "
        "again/again/ADV/9/advmod in/in/ADP/12/case June/June/PROPN/9/obl ././PUNCT/4/punct "
    ),
    "Nine villagers were killed in a bombing that targeted a bridge.": (
        "Nine/nine/NUM/2/nummod villagers/villager/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass killed/kill/VERB/0/root "
        "in/in/ADP/7/case a/a/DET/7/det bombing/bombing/NOUN/4/obl that/that/PRON/9/nsubj "
        "targeted/target/VERB/2/acl:relcl a/a/DET/11/det bridge/bridge/NOUN/9/obj ././PUNCT/4/punct "
    ),
    "No one was killed in the blast.": (
        "No/no/DET/2/det one/one/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass killed/kill/VERB/0/root "
        "in/in/ADP/7/case the/the/DET/7/det blast/blast/NOUN/4/obl ././PUNCT/4/punct "
    ),
    "The council would condemn an attack that killed two monks.": (
        "The/the/DET/2/det council/council/NOUN/4/nsubj would/will/AUX/4/aux condemn/condemn/VERB/0/root "
        "an/a/DET/6/det attack/attack/NOUN/4/obj that/that/PRON/8/nsubj killed/kill/VERB/6/acl:relcl "
        "two/two/NUM/10/nummod monks/monk/NOUN/8/obj ././PUNCT/4/punct "
    ),
    "Soldiers told the driver to stop and attacked the truck.": (
        "Soldiers/soldier/NOUN/2/nsubj told/tell/VERB/0/root the/the/DET/4/det driver/driver/NOUN/2/iobj "
        "to/to/PART/6/mark stop/stop/VERB/2/xcomp and/and/CCONJ/8/cc attacked/attack/VERB/6/conj "
        "the/the/DET/10/det truck/truck/NOUN/8/obj ././PUNCT/2/punct "
    ),
    "Next year's withdrawal alarmed the villagers.": (
        "Next/next/ADJ/2/amod year/year/NOUN/4/nmod:poss 's/'s/PART/2/case withdrawal/withdrawal/NOUN/5/nsubj "
        "alarmed/alarm/VERB/0/root the/the/DET/7/det villagers/villager/NOUN/5/iobj ././PUNCT/5/punct "
    ),
    "Ministers will confer at a meeting in Ostia.": (
        "Ministers/minister/NOUN/3/nsubj will/will/AUX/3/aux confer/confer/VERB/0/root at/at/ADP/6/case "
        "a/a/DET/6/det meeting/meeting/NOUN/3/obl in/in/ADP/8/case Ostia/Ostia/PROPN/6/nmod ././PUNCT/3/punct "
    ),
    "He told them to fight until the withdrawal of the troops.": (
        "He/he/PRON/2/nsubj told/tell/VERB/0/root them/they/PRON/2/iobj to/to/PART/5/mark "
        "fight/fight/VERB/2/xcomp until/until/ADP/8/case the/the/DET/8/det withdrawal/withdrawal/NOUN/5/obl "
        "of/of/ADP/11/case the/the/DET/11/det troops/troop/NOUN/8/nmod ././PUNCT/2/punct "
    ),
    "A nurse was treated at a clinic and released.": (
        "A/a/DET/2/det nurse/nurse/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass treated/treat/VERB/0/root "
        "at/at/ADP/7/case a/a/DET/7/det clinic/clinic/NOUN/4/obl and/and/CCONJ/9/cc "
        "released/release/VERB/4/conj ././PUNCT/4/punct "
    ),
    "Firemen freed five people trapped under rubble.": (
        "Firemen/fireman/NOUN/2/nsubj freed/free/VERB/0/root five/five/NUM/4/nummod people/people/NOUN/2/obj "
        "trapped/trap/VERB/4/acl under/under/ADP/7/case rubble/rubble/NOUN/5/obl ././PUNCT/2/punct "
    ),
    "Police say the shooting happened at noon.": (
        "Police/police/NOUN/2/nsubj say/say/VERB/0/root the/the/DET/5/nsubj shooting/shooting/NOUN/5/nsubj "
        "happened/happen/VERB/2/ccomp at/at/ADP/7/case noon/noon/NOUN/5/obl ././PUNCT/2/punct "
    ),
    "Two school buses were destroyed during the rebel offensive.": (
        "Two/two/NUM/3/nummod school/school/NOUN/3/compound buses/bus/NOUN/5/nsubj:pass were/be/AUX/5/aux:pass "
        "destroyed/destroy/VERB/0/root during/during/ADP/9/case the/the/DET/9/det rebel/rebel/NOUN/9/compound "
        "offensive/offensive/NOUN/5/obl ././PUNCT/5/punct "
    ),
    "The barn of the rebels was destroyed by a storm.": (
        "The/the/DET/2/det barn/barn/NOUN/7/nsubj:pass of/of/ADP/5/case the/the/DET/5/det rebels/rebel/NOUN/2/nmod "
        "was/be/AUX/7/aux:pass destroyed/destroy/VERB/0/root by/by/ADP/10/case a/a/DET/10/det "
        "storm/storm/NOUN/7/obl:agent ././PUNCT/7/punct "
    ),
    "The ministry provided 400 field radios to the border police.": (
        "The/the/DET/2/det ministry/ministry/NOUN/3/nsubj provided/provide/VERB/0/root 400/400/NUM/6/nummod "
        "field/field/NOUN/6/compound radios/radio/NOUN/3/obj to/to/ADP/10/case the/the/DET/10/det "
        "border/border/NOUN/10/compound police/police/NOUN/3/obl ././PUNCT/3/punct "
    ),
    "The website provided details to the readers.": (
        "The/the/DET/2/det website/website/NOUN/3/nsubj provided/provide/VERB/0/root details/detail/NOUN/3/obj "
        "to/to/ADP/7/case the/the/DET/7/det readers/reader/NOUN/3/obl ././PUNCT/3/punct "
    ),
    "Italian officers trained the Somali army.": (
        "Italian/italian/ADJ/2/amod officers/officer/NOUN/3/nsubj trained/train/VERB/0/root the/the/DET/6/det "
        "Somali/soma/ADJ/6/amod army/army/PROPN/3/obj ././PUNCT/3/punct "
    ),
    "The army liberated six villages.": (
        "The/the/DET/2/det army/army/NOUN/3/nsubj liberated/liberate/VERB/0/root six/six/NUM/5/nummod "
        "villages/village/NOUN/3/obj ././PUNCT/3/punct "
    ),
    "Firefighters put out a fire at a warehouse.": (
        "Firefighters/firefighter/NOUN/2/nsubj put/put/VERB/0/root out/out/ADP/2/compound a/a/DET/5/det "
        "fire/fire/NOUN/2/obj at/at/ADP/8/case a/a/DET/8/det warehouse/warehouse/NOUN/2/obl ././PUNCT/2/punct "
    ),
    "The patrol came under fire and firefighters hid.": (
        "The/the/DET/2/det patrol/patrol/NOUN/3/nsubj came/come/VERB/0/root under/under/ADP/5/case "
        "fire/fire/NOUN/3/obl and/and/CCONJ/8/cc firefighters/firefighter/NOUN/8/nsubj hid/hide/VERB/3/conj "
        "././PUNCT/3/punct "
    ),
    "Warplanes carried out bombings near the border.": (
        "Warplanes/Warplanes/PROPN/2/nsubj carried/carry/VERB/0/root out/out/ADP/2/compound "
        "bombings/bombing/NOUN/2/obj near/near/ADP/7/case the/the/DET/7/det border/border/NOUN/2/obl "
        "././PUNCT/2/punct "
    ),
    "A car bombing damaged two warplanes.": (
        "A/a/DET/3/det car/car/NOUN/3/compound bombing/bombing/NOUN/4/nsubj damaged/damage/VERB/0/root "
        "two/two/NUM/6/nummod warplanes/warplane/NOUN/4/obj ././PUNCT/4/punct "
    ),
    "Gunmen destroyed two ambulances of the guerrillas.": (
        "Gunmen/gunman/NOUN/2/nsubj destroyed/destroy/VERB/0/root two/two/NUM/4/nummod "
        "ambulances/ambulance/NOUN/2/obj of/of/ADP/7/case the/the/DET/7/det guerrillas/guerrilla/NOUN/4/nmod "
        "././PUNCT/2/punct "
    ),
    "The group continues to kill in the valley.": (
        "The/the/DET/2/det group/group/NOUN/3/nsubj continues/continue/VERB/0/root to/to/PART/5/mark "
        "kill/kill/VERB/3/xcomp in/in/ADP/8/case the/the/DET/8/det valley/valley/NOUN/5/obl ././PUNCT/3/punct "
    ),
    "The fatal shooting of a student by police led to protests.": (
        "The/the/DET/3/det fatal/fatal/ADJ/3/amod shooting/shooting/NOUN/9/nsubj of/of/ADP/6/case a/a/DET/6/det "
        "student/student/NOUN/3/nmod by/by/ADP/8/case police/police/NOUN/6/nmod led/lead/VERB/0/root "
        "to/to/ADP/11/case protests/protest/NOUN/9/nsubj ././PUNCT/9/punct "
    ),
    "A guard was shot on Monday.": (
        "A/a/DET/2/det guard/guard/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass shot/shoot/VERB/0/root on/on/ADP/6/case "
        "Monday/Monday/PROPN/4/obl ././PUNCT/4/punct "
    ),
    "He later died.": ("He/he/PRON/3/nsubj later/later/ADV/3/advmod died/die/VERB/0/root ././PUNCT/3/punct "),
    "Ana Duro, 19, shot by soldiers, was buried.": (
        "Ana/Ana/PROPN/11/nsubj:pass Duro/Duro/PROPN/1/flat ,/,/PUNCT/4/punct 19/19/NUM/1/conj ,/,/PUNCT/6/punct "
        "shot/shoot/VERB/1/acl by/by/ADP/8/case soldiers/soldier/NOUN/6/obl:agent ,/,/PUNCT/1/punct "
        "was/be/AUX/11/aux:pass buried/bury/VERB/0/root ././PUNCT/11/punct "
    ),
    "Attackers threw a grenade into a bar.": (
        "Attackers/attacker/NOUN/2/nsubj threw/throw/VERB/0/root a/a/DET/4/det grenade/grenade/NOUN/2/obj "
        "into/into/ADP/7/case a/a/DET/7/det bar/bar/NOUN/2/obl ././PUNCT/2/punct "
    ),
    "A drunk driver killed a nurse.": (
        "A/a/DET/3/det drunk/drunk/ADJ/3/amod driver/driver/NOUN/4/nsubj killed/kill/VERB/0/root a/a/DET/6/det "
        "nurse/nurse/NOUN/4/obj ././PUNCT/4/punct "
    ),
    "A driver killed two soldiers at a checkpoint.": (
        "A/a/DET/2/det driver/driver/NOUN/3/nsubj killed/kill/VERB/0/root two/two/NUM/5/nummod "
        "soldiers/soldier/NOUN/3/obj at/at/ADP/8/case a/a/DET/8/det checkpoint/checkpoint/NOUN/5/nmod "
        "././PUNCT/3/punct "
    ),
    "A clerk was stabbed to death in another town.": (
        "A/a/DET/2/det clerk/clerk/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass stabbed/stab/VERB/0/root "
        "to/to/ADP/6/case death/death/NOUN/4/obl in/in/ADP/9/case another/another/DET/9/det town/town/NOUN/4/obl "
        "././PUNCT/4/punct "
    ),
    "A guard was shot dead in the capital.": (
        "A/a/DET/2/det guard/guard/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass shot/shoot/VERB/0/root "
        "dead/dead/ADJ/4/xcomp in/in/ADP/8/case the/the/DET/8/det capital/capital/NOUN/4/obl ././PUNCT/4/punct "
    ),
}


def scene_told(text):
    """Return the scene of one of the sentences, or of several joined by a blank."""
    return scene_of(reading_told(text))


def reading_told(text):
    """Return the reading of one or several of the sentences."""
    parts = [s for s in ROWS if s in text]
    parts.sort(key=text.index)
    rows = "\n\n".join("\n".join(word.replace("/", " ") for word in ROWS[part].split()) for part in parts)
    return reading_of(text, rows)
