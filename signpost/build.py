"""Composition root without Qt: builds the stores and use cases, and hands them to each other."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from signpost.paths import bundled
from signpost.settings import Settings, load_settings
from signpost.storage.database import Database
from signpost.storage.open_call_files import OpenCallFiles
from signpost.storage.training_database import TrainingDatabase
from signpost.usecases.choose_recorder import ChooseRecorder
from signpost.usecases.confirm_duty import ConfirmDuty
from signpost.usecases.directory_deeds import DirectoryDeeds, directory_deeds
from signpost.usecases.export_records import ExportRecords
from signpost.usecases.look_after_data import LookAfterData
from signpost.usecases.manage_people import ManagePeople
from signpost.usecases.open_calls import OpenCalls
from signpost.usecases.open_directory import OpenDirectory
from signpost.usecases.prove_who import ProveWho
from signpost.usecases.record_signpost import RecordSignpost
from signpost.usecases.rehearse import Rehearse
from signpost.usecases.review_today import ReviewToday
from signpost.usecases.set_up_practice import SetUpPractice
from signpost.usecases.standing_exports import StandingExports

if TYPE_CHECKING:
    from signpost.usecases.print_report import PrintReport
    from signpost.usecases.review_statistics import ReviewStatistics


@dataclass(frozen=True)
class Desk:
    """Everything a screen or command may use. `faults` are sentences about settings that could not
    be used.

    Nothing here has touched the database yet: the first use case to need it opens it, or the worker
    calls `database.open()`, whose sentences are for the notice bar.
    """

    data_dir: Path
    settings: Settings
    faults: tuple[str, ...]
    database: Database
    open_calls: OpenCalls
    record_signpost: RecordSignpost
    review_today: ReviewToday
    choose_recorder: ChooseRecorder
    confirm_duty: ConfirmDuty
    set_up_practice: SetUpPractice
    exports: ExportRecords
    standing_exports: StandingExports
    directory: DirectoryDeeds
    prove_who: ProveWho
    manage_people: ManagePeople
    look_after_data: LookAfterData
    training: TrainingDatabase
    rehearse: Rehearse
    open_directory: OpenDirectory

    def review_statistics(self) -> "ReviewStatistics":
        """Figures; imported when they are first looked at."""
        from signpost.usecases.review_statistics import ReviewStatistics  # noqa: PLC0415

        return ReviewStatistics(self.database)

    def print_report(self) -> "PrintReport":
        """The monthly report; imported when it is first asked for."""
        from signpost.usecases.print_report import PrintReport  # noqa: PLC0415

        return PrintReport(self.database, bundled("resources"))

    def close(self) -> None:
        """Let go of files and connections at the end of the program."""
        self.open_calls.close()
        self.training.close()
        self.database.close()


def build_desk(data_dir: Path) -> Desk:
    """The use cases over one data folder. Quick: reads the settings file and nothing else."""
    loaded = load_settings(data_dir / "settings.toml")
    database = Database(data_dir)
    training = TrainingDatabase(data_dir)
    files = OpenCallFiles(data_dir / "open_calls")
    exports = ExportRecords(database)
    return Desk(
        data_dir=data_dir,
        settings=loaded.settings,
        faults=loaded.faults,
        database=database,
        open_calls=OpenCalls(files, database),
        record_signpost=RecordSignpost(files, database),
        review_today=ReviewToday(database),
        choose_recorder=ChooseRecorder(database),
        confirm_duty=ConfirmDuty(database),
        set_up_practice=SetUpPractice(database),
        exports=exports,
        standing_exports=StandingExports(database, exports),
        directory=directory_deeds(database, data_dir),
        prove_who=ProveWho(database),
        manage_people=ManagePeople(database),
        look_after_data=LookAfterData(data_dir, database),
        training=training,
        rehearse=Rehearse(training, database),
        open_directory=OpenDirectory(database, data_dir),
    )
