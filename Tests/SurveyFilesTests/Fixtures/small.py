"""Makes small.dta with pyreadstat (which writes with ReadStat), and mends small.por.

Run small.sps first, then: python3 small.py
"""

import pandas
import pyreadstat

frame = pandas.DataFrame(
    {
        "role": [1, 2, 2, 3, 1],
        "rating": [5, 4, "a", "b", 1],
        "age": [34.5, 51.0, None, 28.0, 40.25],
        "remark": ["café", "ok", "", "a longer remark here", "naïve"],
    }
)
pyreadstat.write_dta(
    frame,
    "small.dta",
    file_label="Small office survey",
    column_labels=["Which office do you hold?", "How safe do you feel?", "Age in years", "Remark"],
    variable_value_labels={
        "role": {1: "Mayor", 2: "Alderman", 3: "Councillor"},
        "rating": {1: "Very unsafe", 5: "Very safe", "a": "Don't know", "b": "Refused"},
    },
    missing_user_values={"rating": ["a", "b"]},
)

# PSPP's table of characters has the digits, minus and parentheses a second time, for superscripts;
# SPSS has "0" there, and ReadStat 1.1.8 loses a character that the table has twice.
with open("small.por", "rb") as file:
    text = file.read()
superscripts = b"-0000123456789000-()0"
assert text.count(superscripts) == 1
with open("small.por", "wb") as file:
    file.write(text.replace(superscripts, b"0" * len(superscripts)))
