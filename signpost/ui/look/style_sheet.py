"""The style sheet, built for one text size from the palette."""

from signpost.ui.look import palette as p

BODY = 15
WORDS = 18
BIG_WINDOW_FACTOR = 1.2


def px(size: float, factor: float) -> int:
    """A size of the 1366 by 768 drawing in pixels at this text size."""
    return round(size * factor)


def style_sheet(factor: float) -> str:
    """The whole window's style; `factor` 1.0 is 100 % text on a 1366 by 768 screen."""
    return _base(factor) + _panels() + _labels(factor) + _fields(factor) + _bars(factor)


def _base(f: float) -> str:
    return f"""
* {{ font-family: "Inter"; font-size: {px(BODY, f)}px; color: {p.INK}; }}
QMainWindow, QDialog, QWidget#page {{ background: {p.GREY_5}; }}
QScrollArea, QScrollArea > QWidget > QWidget#column {{ background: transparent; border: none; }}
QToolTip {{ background: {p.INK}; color: {p.WHITE}; border: none; padding: 4px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {p.GREY_2}; border-radius: 4px; min-height: 32px;
    margin: 1px 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {p.GREY_2}; border-radius: 4px; min-width: 32px;
    margin: 2px 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _panels() -> str:
    return f"""
QFrame[look="panel"] {{ background: {p.WHITE}; border: 1px solid {p.GREY_4}; border-radius: 8px; }}
QFrame[look="grave"] {{ background: {p.WHITE}; border: 3px solid {p.RED}; border-radius: 8px; }}
QFrame[look="caution"] {{ background: {p.WHITE}; border: 3px solid {p.WARM_YELLOW};
    border-radius: 8px; }}
QFrame[look="soon"] {{ background: {p.WHITE}; border: 3px solid {p.BLUE}; border-radius: 8px; }}
QFrame[look="done"] {{ background: {p.WHITE}; border: 1px solid {p.GREY_2}; border-radius: 8px; }}
QFrame[look="check"] {{ background: {p.WHITE}; border: 1px solid {p.GREY_2}; border-radius: 8px;
    border-left: 6px solid {p.WARM_YELLOW}; }}
QFrame[look="warning"] {{ background: {p.WHITE}; border: 3px solid {p.RED}; border-radius: 8px; }}
QFrame[look="graveHead"] {{ background: {p.RED}; border: none; }}
QFrame[look="cautionHead"] {{ background: {p.WARM_YELLOW}; border: none; }}
QFrame[look="soonHead"] {{ background: {p.BLUE}; border: none; }}
QLabel[look="graveRow"] {{ background: {p.RED_TINT}; border-left: 5px solid {p.RED};
    padding: 5px 10px; }}
QLabel[look="cautionRow"] {{ background: {p.YELLOW_TINT}; border-left: 5px solid {p.WARM_YELLOW};
    padding: 5px 10px; }}
QLabel[look="soonRow"] {{ background: {p.BLUE_TINT}; border-left: 5px solid {p.BLUE};
    padding: 5px 10px; }}
QLabel[selected="true"] {{ border: 2px solid {p.INK}; border-left: 8px solid {p.INK}; }}
"""


def _labels(f: float) -> str:
    return f"""
QLabel {{ background: transparent; border: none; }}
QLabel[look="heading"] {{ font-weight: 600; color: {p.GREY_1}; }}
QLabel[look="title"] {{ font-size: {px(18, f)}px; font-weight: 700; }}
QLabel[look="name"] {{ font-size: {px(16, f)}px; font-weight: 600; }}
QLabel[look="quiet"] {{ color: {p.GREY_1}; font-size: {px(13, f)}px; }}
QLabel[look="small"] {{ font-size: {px(13.5, f)}px; }}
QLabel[look="question"] {{ font-size: {px(15.5, f)}px; }}
QLabel[look="mistake"] {{ color: {p.RED}; font-size: {px(13, f)}px; font-weight: 600; }}
QLabel[look="onRed"], QLabel[look="onBlue"] {{ color: {p.WHITE}; font-size: {px(13.5, f)}px; }}
QLabel[look="onRedTitle"], QLabel[look="onBlueTitle"] {{ color: {p.WHITE};
    font-size: {px(18, f)}px; font-weight: 700; }}
QLabel[look="onYellow"] {{ color: {p.INK}; font-size: {px(13.5, f)}px; }}
QLabel[look="onYellowTitle"] {{ color: {p.INK}; font-size: {px(18, f)}px; font-weight: 700; }}
QAbstractButton[look="strip"] {{ font-size: {px(13.5, f)}px; }}
QLabel[look="timer"] {{ font-size: {px(26, f)}px; font-weight: 700; }}
"""


def _fields(f: float) -> str:
    return f"""
QPlainTextEdit, QLineEdit, QTextBrowser {{ background: {p.WHITE}; color: {p.INK};
    border: 2px solid {p.GREY_1}; border-radius: 4px; padding: {px(4, f)}px {px(8, f)}px;
    selection-background-color: {p.BLUE}; selection-color: {p.WHITE}; }}
QPlainTextEdit[look="words"] {{ font-size: {px(WORDS, f)}px; }}
QPlainTextEdit:focus, QLineEdit:focus, QTextBrowser:focus {{ border: 3px solid {p.INK}; padding:
    {px(3, f)}px {px(7, f)}px; }}
QFrame[look="ring"] {{ background: transparent; border: 3px solid transparent; border-radius:
7px; }}
QFrame[look="ring"][lit="true"] {{ border: 3px solid {p.YELLOW}; background: {p.YELLOW}; }}
QListView {{ background: transparent; border: none; outline: none; }}
QListView::item {{ padding: 3px; }}
QListView::item:selected {{ background: {p.BLUE}; color: {p.WHITE}; }}
"""


def _bars(f: float) -> str:
    return f"""
QFrame#topBar {{ background: {p.DARK_BLUE}; border: none; }}
QFrame#topBar QLabel {{ color: {p.WHITE}; font-weight: 500; }}
QMenu {{ background: {p.WHITE}; border: 1px solid {p.GREY_1}; padding: 4px; }}
QMenu::item {{ padding: {px(6, f)}px {px(24, f)}px {px(6, f)}px {px(12, f)}px; }}
QMenu::item:selected {{ background: {p.BLUE}; color: {p.WHITE}; }}
QFrame#topBar QLabel[look="program"] {{ font-size: {px(17, f)}px; font-weight: 700; }}
QFrame#topBar QLabel[look="onBar"] {{ color: {p.GREY_4}; font-weight: 400; }}
QFrame[look="rehearsalBar"] {{ background: {p.WARM_YELLOW}; border: none; }}
QFrame[look="faultBar"] {{ background: {p.RED}; border: none; }}
QFrame[look="noticeBar"] {{ background: {p.BLUE_TINT}; border: none;
    border-bottom: 1px solid {p.GREY_4}; }}
QFrame[look="rehearsalBar"] QLabel, QFrame[look="noticeBar"] QLabel {{ color: {p.INK};
    font-size: {px(14, f)}px; }}
QFrame[look="faultBar"] QLabel {{ color: {p.WHITE}; font-weight: 600; }}
QFrame#statusLine {{ background: {p.WHITE}; border: none; border-top: 1px solid {p.GREY_4}; }}
QFrame#statusLine QLabel {{ color: {p.GREY_1}; font-size: {px(13, f)}px; }}
"""
