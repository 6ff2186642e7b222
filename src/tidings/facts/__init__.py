"""Stage 3: mentions to facts: times, places, actors, statements, events, forces, relations."""
