"""`python -m quality facts` on sheets, through its own door with the real product."""

import json

from click.testing import CliRunner
from quality.__main__ import cli

CHECKER = """
import json, sys
records = [json.loads(line) for line in open(sys.argv[2])]
held = sum(bool(record["events"]) for record in records)
row = {"facts_held": held, "facts": len(records), "recall": 1.0, "absent_held": 1, "absent": 1, "kept": 1.0}
row["score"] = 1.0
print(json.dumps({"documents": [row], "sections": {"events": row}, "total": row}))
"""


def test_sheets_are_told_in_a_few_lines(tmp_path):
    sheet = {"id": "one", "text": "Gunmen killed six villagers in Kaya on Monday.", "facts": [], "absents": []}
    sheets, checker = tmp_path / "sheets.jsonl", tmp_path / "checker.py"
    sheets.write_text(json.dumps(sheet) + "\n", encoding="utf-8")
    checker.write_text(CHECKER, encoding="utf-8")
    answer = CliRunner().invoke(cli, ["facts", "--data", str(sheets), "--checker", str(checker)])
    assert answer.exit_code == 0, answer.output
    assert "sheets.jsonl sheets, 1 documents" in answer.output
    assert "100.0%" in answer.output
    assert len(answer.output.splitlines()) <= 8
