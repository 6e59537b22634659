"""Shows one drawn chart at the width it gets; drawn again when width or text size change."""

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QFontInfo, QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from signpost.domain.figures.panel import Chart
from signpost.exchange.chart_svg import ChartImage, draw

_NARROWEST = 200
_PICTURE_WIDTH, _PICTURE_TEXT, _PICTURE_SCALE = 720, 15, 2


class ChartView(QWidget):
    """One chart, as high as it needs."""

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._title = ""
        self._legend = ("", "")
        self._drawn: dict[tuple[int, int], ChartImage] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chart(self, chart: Chart, title: str, legend: tuple[str, str]) -> None:
        """Show this one; `legend` names the span and the one before."""
        self._chart, self._title, self._legend = chart, title, legend
        self._drawn.clear()
        self.updateGeometry()
        self.update()

    def picture(self) -> QImage:
        """The chart as a picture for a document, on white."""
        image = self._image(_PICTURE_WIDTH, _PICTURE_TEXT)
        size = QSize(int(image.width), int(image.height)) * _PICTURE_SCALE
        picture = QImage(size, QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFFFF)
        painter = QPainter(picture)
        _renderer(image).render(painter)
        painter.end()
        return picture

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 0 if self._chart is None else int(self._at(width).height)

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.heightForWidth(_NARROWEST))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        if self._chart is None:
            return
        image = self._at(self.width())
        painter = QPainter(self)
        _renderer(image).render(painter, QRectF(0, 0, image.width, image.height))

    def _at(self, width: int) -> ChartImage:
        return self._image(max(width, _NARROWEST), QFontInfo(self.font()).pixelSize())

    def _image(self, width: int, size: int) -> ChartImage:
        key = (width, size)
        if key not in self._drawn and self._chart is not None:
            self._drawn[key] = draw(self._chart, width, size, self._title, self._legend)
        return self._drawn[key]


def _renderer(image: ChartImage) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(image.svg.encode()))
