"""An encoder that workers can import: it finds no word in any text, and does what some texts ask for."""

import os
import signal
import time

from tidings.model.reading import Reading


class EmptyEncoder:
    """Finds no word. Texts may ask it to stumble, to say which process reads them, or to kill that process."""

    def read(self, text, _segments):
        if "stumble" in text:
            raise ValueError("a stone")
        if "who" in text:
            time.sleep(0.02)
            raise ValueError(os.getpid())
        if "Kill all but" in text and str(os.getpid()) not in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return Reading(text=text, tokens=(), sentences=())


def load_empty(_threads):
    return EmptyEncoder()
