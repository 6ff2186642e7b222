"""Example sentences of our own with their grammar, for the tests of casualties and responsibility."""

from tests.fakes import reading_of

ROWS = {
    "A bomb killed at least 12 people and wounded dozens of others, including two soldiers.": """
        A a DET 2 det
        bomb bomb NOUN 3 nsubj
        killed kill VERB 0 root
        at at ADP 7 case
        least less ADJ 6 advmod
        12 12 NUM 7 nummod
        people people NOUN 3 obl
        and and CCONJ 9 cc
        wounded wound VERB 3 conj
        dozens dozen NOUN 9 obj
        of of ADP 12 case
        others other NOUN 10 nmod
        , , PUNCT 9 punct
        including including ADP 16 case
        two two NUM 16 nummod
        soldiers soldier NOUN 10 nmod
        . . PUNCT 3 punct
    """,
    "More than 60 villagers were killed or injured on Sunday.": """
        More much ADJ 6 advmod
        than than ADP 1 fixed
        60 60 NUM 4 nummod
        villagers villager NOUN 6 nsubj:pass
        were be AUX 6 aux:pass
        killed kill VERB 0 root
        or or CCONJ 8 cc
        injured injure VERB 6 conj
        on on ADP 10 case
        Sunday Sunday PROPN 6 obl
        . . PUNCT 6 punct
    """,
    "Nine miners were rescued and no one was hurt.": """
        Nine nine NUM 2 nummod
        miners miner NOUN 4 nsubj:pass
        were be AUX 4 aux:pass
        rescued rescue VERB 0 root
        and and CCONJ 9 cc
        no no DET 7 det
        one one NOUN 9 nsubj:pass
        was be AUX 9 aux:pass
        hurt hurt VERB 4 conj
        . . PUNCT 4 punct
    """,
    "More than 90 miners have been killed in the province so far this year.": """
        More much ADJ 3 advmod
        than than ADP 1 fixed
        90 90 NUM 4 nummod
        miners miner NOUN 7 nsubj:pass
        have have AUX 7 aux
        been be AUX 7 aux:pass
        killed kill VERB 0 root
        in in ADP 10 case
        the the DET 10 det
        province province NOUN 7 obl
        so so ADV 12 advmod
        far far ADV 7 advmod
        this this DET 14 det
        year year NOUN 7 obl
        . . PUNCT 7 punct
    """,
    "The blast could have killed hundreds of people.": """
        The the DET 2 det
        blast blast NOUN 5 nsubj
        could can AUX 5 aux
        have have AUX 5 aux
        killed kill VERB 0 root
        hundreds hundred NOUN 5 obj
        of of ADP 8 case
        people people NOUN 6 nmod
        . . PUNCT 5 punct
    """,
    "A gunman shot three men, killing one, before he was shot dead.": """
        A a DET 2 det
        gunman gunman NOUN 3 nsubj
        shot shoot VERB 0 root
        three three NUM 5 nummod
        men man NOUN 3 obj
        , , PUNCT 7 punct
        killing kill VERB 3 conj
        one one NUM 7 obj
        , , PUNCT 13 punct
        before before SCONJ 13 mark
        he he PRON 13 nsubj:pass
        was be AUX 13 aux:pass
        shot shoot VERB 7 advcl
        dead dead ADJ 13 advmod
        . . PUNCT 3 punct
    """,
    "The death toll rose from 12 to 35, police said.": """
        The the DET 3 det
        death death NOUN 3 compound
        toll toll NOUN 4 nsubj
        rose rise VERB 11 ccomp
        from from ADP 6 case
        12 12 NUM 4 obl
        to to ADP 8 case
        35 35 NUM 6 nmod
        , , PUNCT 11 punct
        police police NOUN 11 nsubj
        said say VERB 0 root
        . . PUNCT 11 punct
    """,
    "Rebels kidnapped four nurses and a driver.": """
        Rebels rebel NOUN 2 nsubj
        kidnapped kidnap VERB 0 root
        four four NUM 4 nummod
        nurses nurse NOUN 2 obj
        and and CCONJ 7 cc
        a a DET 7 det
        driver driver NOUN 4 conj
        . . PUNCT 2 punct
    """,
    "The Red Dawn Brigade claimed responsibility for the attack.": """
        The the DET 4 det
        Red red ADJ 3 amod
        Dawn Dawn PROPN 4 compound
        Brigade Brigade PROPN 5 nsubj
        claimed claim VERB 0 root
        responsibility responsibility NOUN 5 obj
        for for ADP 9 case
        the the DET 9 det
        attack attack NOUN 6 nmod
        . . PUNCT 5 punct
    """,
    "The ministry and the army have not confirmed who was behind the attack.": """
        The the DET 2 det
        ministry ministry NOUN 8 nsubj
        and and CCONJ 5 cc
        the the DET 5 det
        army army NOUN 2 conj
        have have AUX 8 aux
        not not PART 8 advmod
        confirmed confirm VERB 0 root
        who who PRON 13 nsubj
        was be AUX 13 cop
        behind behind ADP 13 case
        the the DET 13 det
        attack attack NOUN 8 nmod
        . . PUNCT 8 punct
    """,
    "No group has claimed responsibility for the attack.": """
        No no DET 2 det
        group group NOUN 4 nsubj
        has have AUX 4 aux
        claimed claim VERB 0 root
        responsibility responsibility NOUN 4 obj
        for for ADP 8 case
        the the DET 8 det
        attack attack NOUN 5 nmod
        . . PUNCT 4 punct
    """,
    "Norland blamed Sudland for the bombing, and Sudland denied involvement.": """
        Norland Norland PROPN 2 nsubj
        blamed blame VERB 0 root
        Sudland Sudland PROPN 2 obj
        for for ADP 6 case
        the the DET 6 det
        bombing bombing NOUN 10 obl
        , , PUNCT 10 punct
        and and CCONJ 10 cc
        Sudland Sudland PROPN 10 nsubj
        denied deny VERB 2 conj
        involvement involvement NOUN 10 obj
        . . PUNCT 2 punct
    """,
    "Four dead bodies and more than 90 wounded villagers were found.": """
        Four four NUM 3 nummod
        dead dead ADJ 3 amod
        bodies body NOUN 11 nsubj:pass
        and and CCONJ 9 cc
        more more ADV 7 advmod
        than than ADP 7 case
        90 90 NUM 9 nummod
        wounded wound VERB 3 amod
        villagers villager NOUN 3 conj
        were be AUX 11 aux:pass
        found find VERB 0 root
        . . PUNCT 11 punct
    """,
    "Officials put the number of civilian dead at nine.": """
        Officials official NOUN 2 nsubj
        put put VERB 0 root
        the the DET 4 det
        number number NOUN 2 obj
        of of ADP 6 case
        civilian civilian NOUN 4 nmod
        dead dead ADJ 4 amod
        at at ADP 9 case
        nine nine NUM 4 nmod
        . . PUNCT 2 punct
    """,
    "Three remained hospitalized on Sunday.": """
        Three three NUM 3 nsubj
        remained remain AUX 3 aux
        hospitalized hospitalize VERB 0 root
        on on ADP 5 case
        Sunday Sunday PROPN 3 obl
        . . PUNCT 3 punct
    """,
    "A nurse, 36-year-old Staff Sgt Ann Lee, died.": """
        A a DET 2 det
        nurse nurse NOUN 14 nsubj
        , , PUNCT 2 punct
        36 36 NUM 6 nummod
        - - PUNCT 4 punct
        year year NOUN 8 compound
        - - PUNCT 8 punct
        old old ADJ 10 amod
        Staff Staff PROPN 10 compound
        Sgt Sgt PROPN 2 appos
        Ann Ann PROPN 10 flat
        Lee Lee PROPN 10 flat
        , , PUNCT 2 punct
        died die VERB 0 root
        . . PUNCT 14 punct
    """,
    "Lee's son, Tom, died.": """
        Lee Lee PROPN 3 nmod:poss
        's 's PART 1 case
        son son NOUN 7 nsubj
        , , PUNCT 5 punct
        Tom Tom PROPN 3 appos
        , , PUNCT 5 punct
        died die VERB 0 root
        . . PUNCT 7 punct
    """,
    "The soldier died.": """
        The the DET 2 det
        soldier soldier NOUN 3 nsubj
        died die VERB 0 root
        . . PUNCT 3 punct
    """,
    "A victim died.": """
        A a DET 2 det
        victim victim NOUN 3 nsubj
        died die VERB 0 root
        . . PUNCT 3 punct
    """,
    "Shells fell, killing two guards and injuring a trainer.": """
        Shells shell NOUN 2 nsubj
        fell fall VERB 0 root
        , , PUNCT 4 punct
        killing kill VERB 2 advcl
        two two NUM 6 nummod
        guards guard NOUN 4 obj
        and and CCONJ 8 cc
        injuring injure VERB 6 acl
        a a DET 10 det
        trainer trainer NOUN 8 obj
        . . PUNCT 2 punct
    """,
    "A rocket wounded a farrier.": """
        A a DET 2 det
        rocket rocket NOUN 3 nsubj
        wounded wound VERB 0 root
        a a DET 5 det
        farrier farrier NOUN 3 obj
        . . PUNCT 3 punct
    """,
    "Peter Mill was charged with murder over the shooting.": """
        Peter Peter PROPN 4 nsubj:pass
        Mill Mill PROPN 1 flat
        was be AUX 4 aux:pass
        charged charge VERB 0 root
        with with ADP 6 case
        murder murder NOUN 4 obl
        over over ADP 9 case
        the the DET 9 det
        shooting shooting NOUN 6 nmod
        . . PUNCT 4 punct
    """,
}


def reading(text, **heads):
    """Return the reading of one of the example sentences, or of several in a row."""
    sentences = [text] if text in ROWS else [part + "." for part in text.rstrip(".").split(". ")]
    return reading_of(text, "\n\n".join(ROWS[sentence].strip() for sentence in sentences), **heads)
