"""Shows what the consumer keeps, a line for each case: this is what the conformance kit compares."""

import os
import pathlib
import sqlite3

database = sqlite3.connect(pathlib.Path(os.environ["TITIAN_STATE"], "agency.sqlite"))
for row in database.execute("select case_id, steps, stage from case_stage"):
    print(*row)
