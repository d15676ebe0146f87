* Makes the SPSS fixtures of this folder: pspp -o /dev/null small.sps (PSPP 1.6.2).
DATA LIST LIST NOTABLE / role (F2.0) gender (A1) f1 f2 f3 (F1.0) m1 m2 (F2.0) rating (F2.0)
  age (F5.1) weight_factor (F8.3) remark (A24).
BEGIN DATA
1 m 1 0 0 1 3 5 34.5 1.5 "café"
2 f 0 1 0 2 . 4 51 0.5 "ok"
2 m 0 0 1 3 1 9 -1 1 ""
3 f . . . . . 8 28 1 "a longer remark here"
1 f 1 1 0 2 3 -2 999 1.25 "naïve"
END DATA.
VARIABLE LABELS role "Which office do you hold?" gender "Gender"
  f1 "Verbal abuse" f2 "Threats" f3 "None of these"
  m1 "First reason" m2 "Second reason" rating "How safe do you feel?"
  age "Age in years" weight_factor "Weight".
VALUE LABELS role 1 "Mayor" 2 "Alderman" 3 "Councillor" / gender "m" "Man" "f" "Woman"
  / f1 f2 f3 0 "No" 1 "Yes" / m1 m2 1 "Anger" 2 "Politics" 3 "Other reason"
  / rating 1 "Very unsafe" 5 "Very safe" 8 "Don't know" 9 "Refused".
MISSING VALUES rating (9) / age (LO THRU 0, 999) / m1 m2 (9, 98, 99) / gender ("x").
VARIABLE LEVEL role gender (NOMINAL) / rating (ORDINAL) / age weight_factor (SCALE).
MRSETS /MDGROUP NAME=$forms LABEL='Forms of aggression' VARIABLES=f1 f2 f3 VALUE=1
  /MDGROUP NAME=$counted CATEGORYLABELS=COUNTEDVALUES LABELSOURCE=VARLABEL
    VARIABLES=f1 f2 VALUE=1
  /MCGROUP NAME=$reasons LABEL='Reasons given' VARIABLES=m1 m2.
WEIGHT BY weight_factor.
FILE LABEL Small office survey.
SAVE OUTFILE="small.sav".
SAVE OUTFILE="small.zsav" /ZCOMPRESSED.
SAVE OUTFILE="small-uncompressed.sav" /UNCOMPRESSED.
* Portable files have no accents.
COMPUTE remark = REPLACE(REPLACE(remark, "é", "e"), "ï", "i").
EXPORT OUTFILE="small.por".
