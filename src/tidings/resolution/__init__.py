"""Which reports are copies, which events are one incident, which names are one actor."""
