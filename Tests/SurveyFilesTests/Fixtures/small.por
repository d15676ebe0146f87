ASCII SPSS PORT FILE                    ASCII SPSS PORT FILE                    
ASCII SPSS PORT FILE                    ASCII SPSS PORT FILE                    
ASCII SPSS PORT FILE                    0000000000000000000000000000000000000000
0000000000000000000000000123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrst
uvwxyz .<(+|&[]!$*);^-/|,%_>?`:$@'="000000~000000000000000000000{}\0000000000000
00000000000000000000000000000000000000000000000000000000SPSSPORTA8/202611256/014
6491E/GNU pspp 1.6.23J/x86_64-pc-linux-gnu68/WEIGHT_F4B/5B/70/4/ROLE5/2/0/5/2/0/
CP/Which office do you hold?71/6/GENDER1/1/0/1/1/0/81/xC6/Gender70/2/F15/1/0/5/1
/0/CC/Verbal abuse70/2/F25/1/0/5/1/0/C7/Threats70/2/F35/1/0/5/1/0/CD/None of the
se70/2/M15/2/0/5/2/0/89/838/839/CC/First reason70/2/M25/2/0/5/2/0/89/838/839/CD/
Second reason70/6/RATING5/2/0/5/2/0/89/CL/How safe do you feel?70/3/AGE5/6/1/5/6
/1/90/8139/CC/Age in years70/8/WEIGHT_F5/9/3/5/9/3/C6/Weight7O/6/REMARK1/O/0/1/O
/0/D1/4/ROLE3/1/5/Mayor2/8/Alderman3/A/CouncillorD1/6/GENDER2/1/f5/Woman1/m3/Man
D1/2/F12/0/2/No1/3/YesD1/2/F22/0/2/No1/3/YesD1/2/F32/0/2/No1/3/YesD1/2/M13/1/5/A
nger2/8/Politics3/C/Other reasonD1/2/M23/1/5/Anger2/8/Politics3/C/Other reasonD1
/6/RATING4/1/B/Very unsafe5/9/Very safe8/A/Don't know9/7/RefusedF1/1/m1/0/0/1/3/
5/14.F/1.F/O/cafe                    2/1/f0/1/0/2/*.4/1L/.F/O/ok                
      2/1/m0/0/1/3/1/9/-1/1/O/                        3/1/f*.*.*.*.*.8/S/1/O/a l
onger remark here    1/1/f1/1/0/2/3/-2/139/1.7F/O/naive                   ZZZZZZ
