* Written by make-pspp-counts.py; run in the data folder of the sample study.
GET DATA /TYPE=TXT /FILE='respondents.csv' /DELIMITERS=',' /FIRSTCASE=2 /VARIABLES=
  respondent F8.0
  rol F8.0
  agr_verbaal F8.0
  agr_bedreiging F8.0
  agr_discriminatie F8.0
  agr_fysiek F8.0
  agr_seksueel F8.0
  agr_geen F8.0
  rea_melden F8.0
  rea_gesprek F8.0
  rea_ondersteuning F8.0
  rea_aangifte F8.0
  rea_anders F8.0
  rea_geen F8.0
  bro_collegas F8.0
  bro_griffie F8.0
  bro_gezin F8.0
  bro_partij F8.0
  bro_bestuurder F8.0
  bro_politie F8.0
  bro_vertrouwenspersoon F8.0
  bro_team F8.0
  bro_anders F8.0
  vor_luisterend_oor F8.0
  vor_advies F8.0
  vor_ervaringen F8.0
  vor_hulp F8.0
  vor_maatregelen F8.0
  vor_anders F8.0
  waardering F8.0
  oor_prettig F8.0
  oor_dienstverlenend F8.0
  oor_professioneel F8.0
  oor_vriendelijk F8.0
  oor_snel F8.0
  hre_melden F8.0
  hre_gesprek F8.0
  hre_ondersteuning F8.0
  hre_aangifte F8.0
  hre_geen F8.0
  hon_advies F8.0
  hon_oor F8.0
  hon_hulp F8.0
  hon_ervaringen F8.0
  hon_anders F8.0
  hon_geen F8.0
  hbr_burgemeester F8.0
  hbr_secretaris F8.0
  hbr_griffie F8.0
  hbr_college F8.0
  hbr_collegas F8.0
  hbr_fractie F8.0
  hbr_voorzitter F8.0
  hbr_cdk F8.0
  hbr_politie F8.0
  hbr_vertrouwenspersoon F8.0
  hbr_team F8.0
  hbr_vereniging F8.0
  hbr_naasten F8.0
  hbr_anders F8.0
  hbr_geen F8.0
  verbeterpunt F8.0
  vbt_voorbereiding F8.0
  vbt_preventie F8.0
  vbt_nazorg F8.0
  vbt_gesprek F8.0
  vbt_respect F8.0
  vbt_aangifte F8.0
  vbt_loket F8.0
  vbt_training F8.0
  vbt_beveiliging F8.0
  vbt_grenzen F8.0
  vbt_sociale_media F8.0
  vbt_omgang F8.0
  vbt_erkenning F8.0
  vbt_overig F8.0
  compliment F8.0
  cmt_taboe F8.0
  cmt_snelle_actie F8.0
  cmt_maatregelen F8.0
  cmt_collegas F8.0
  cmt_evaluatie F8.0
  cmt_besproken F8.0
  cmt_team F8.0
  cmt_bestuurder F8.0
  cmt_griffie F8.0
  cmt_politie F8.0
  cmt_training F8.0
  cmt_afspraken F8.0
  cmt_overig F8.0
  bel_1 F8.0
  bel_2 F8.0
  bel_3 F8.0
  bekendheid F8.0
  dee_training F8.0
  dee_bijeenkomst F8.0
  dee_geen F8.0
  nmb_mailing F8.0
  nmb_gesprek F8.0
  nmb_vereniging F8.0
  nmb_bijeenkomst F8.0
  nmb_sociale_media F8.0
  nmb_griffie F8.0
  nmb_gemeente F8.0
  nmb_bestuur F8.0
  nmb_bezoek F8.0
  nmb_website F8.0
  nmb_training F8.0
  nmb_anders F8.0
  nmb_geen F8.0
  aas_protocollen F8.0
  aas_momenten F8.0
  aas_trainingen F8.0
  aas_anders F8.0
  aas_reactief F8.0
  aas_geen F8.0
  aandacht F8.0.
* agressie.verbaal.
COMPUTE v1 = agr_verbaal = 1.
* agressie.bedreiging.
COMPUTE v2 = agr_bedreiging = 1.
* agressie.discriminatie.
COMPUTE v3 = agr_discriminatie = 1.
* agressie.fysiek.
COMPUTE v4 = agr_fysiek = 1.
* agressie.seksueel.
COMPUTE v5 = agr_seksueel = 1.
* agressie.geen.
COMPUTE v6 = agr_geen = 1.
* agressie.any.
COMPUTE v7 = SUM(agr_verbaal, agr_bedreiging, agr_discriminatie, agr_fysiek, agr_seksueel) > 0.
* reactie.melden.
COMPUTE v8 = rea_melden = 1.
* reactie.gesprek.
COMPUTE v9 = rea_gesprek = 1.
* reactie.ondersteuning.
COMPUTE v10 = rea_ondersteuning = 1.
* reactie.aangifte.
COMPUTE v11 = rea_aangifte = 1.
* reactie.anders.
COMPUTE v12 = rea_anders = 1.
* reactie.niets.
COMPUTE v13 = rea_geen = 1.
* reactie.any.
COMPUTE v14 = SUM(rea_melden, rea_gesprek, rea_ondersteuning, rea_aangifte, rea_anders) > 0.
* ondersteuning_bron.collegas.
COMPUTE v15 = bro_collegas = 1.
* ondersteuning_bron.griffie.
COMPUTE v16 = bro_griffie = 1.
* ondersteuning_bron.gezin.
COMPUTE v17 = bro_gezin = 1.
* ondersteuning_bron.partij.
COMPUTE v18 = bro_partij = 1.
* ondersteuning_bron.bestuurder.
COMPUTE v19 = bro_bestuurder = 1.
* ondersteuning_bron.politie.
COMPUTE v20 = bro_politie = 1.
* ondersteuning_bron.vertrouwenspersoon.
COMPUTE v21 = bro_vertrouwenspersoon = 1.
* ondersteuning_bron.team.
COMPUTE v22 = bro_team = 1.
* ondersteuning_bron.anders.
COMPUTE v23 = bro_anders = 1.
* ondersteuning_vorm.luisterend-oor.
COMPUTE v24 = vor_luisterend_oor = 1.
* ondersteuning_vorm.advies.
COMPUTE v25 = vor_advies = 1.
* ondersteuning_vorm.ervaringen.
COMPUTE v26 = vor_ervaringen = 1.
* ondersteuning_vorm.hulp.
COMPUTE v27 = vor_hulp = 1.
* ondersteuning_vorm.maatregelen.
COMPUTE v28 = vor_maatregelen = 1.
* ondersteuning_vorm.anders.
COMPUTE v29 = vor_anders = 1.
* waardering.ruim-voldoende.
COMPUTE v30 = waardering = 1.
* waardering.voldoende.
COMPUTE v31 = waardering = 2.
* waardering.neutraal.
COMPUTE v32 = waardering = 3.
* waardering.onvoldoende.
COMPUTE v33 = waardering = 4.
* waardering.niet.
COMPUTE v34 = waardering = 5.
* waardering.weet-niet.
COMPUTE v35 = waardering = 6.
* waardering.nuttig.
COMPUTE v36 = ANY(waardering, 1, 2).
* waardering.niet-nuttig.
COMPUTE v37 = ANY(waardering, 4, 5).
MISSING VALUES oor_prettig (9).
* oordeel.prettig.helemaal-wel.
COMPUTE v38 = oor_prettig = 1.
* oordeel.prettig.eerder-wel.
COMPUTE v39 = oor_prettig = 2.
* oordeel.prettig.ertussenin.
COMPUTE v40 = oor_prettig = 3.
* oordeel.prettig.eerder-niet.
COMPUTE v41 = oor_prettig = 4.
* oordeel.prettig.helemaal-niet.
COMPUTE v42 = oor_prettig = 5.
* oordeel.prettig.wel.
COMPUTE v43 = ANY(oor_prettig, 1, 2).
* oordeel.prettig.niet.
COMPUTE v44 = ANY(oor_prettig, 4, 5).
MISSING VALUES oor_dienstverlenend (9).
* oordeel.dienstverlenend.helemaal-wel.
COMPUTE v45 = oor_dienstverlenend = 1.
* oordeel.dienstverlenend.eerder-wel.
COMPUTE v46 = oor_dienstverlenend = 2.
* oordeel.dienstverlenend.ertussenin.
COMPUTE v47 = oor_dienstverlenend = 3.
* oordeel.dienstverlenend.eerder-niet.
COMPUTE v48 = oor_dienstverlenend = 4.
* oordeel.dienstverlenend.helemaal-niet.
COMPUTE v49 = oor_dienstverlenend = 5.
* oordeel.dienstverlenend.wel.
COMPUTE v50 = ANY(oor_dienstverlenend, 1, 2).
* oordeel.dienstverlenend.niet.
COMPUTE v51 = ANY(oor_dienstverlenend, 4, 5).
MISSING VALUES oor_professioneel (9).
* oordeel.professioneel.helemaal-wel.
COMPUTE v52 = oor_professioneel = 1.
* oordeel.professioneel.eerder-wel.
COMPUTE v53 = oor_professioneel = 2.
* oordeel.professioneel.ertussenin.
COMPUTE v54 = oor_professioneel = 3.
* oordeel.professioneel.eerder-niet.
COMPUTE v55 = oor_professioneel = 4.
* oordeel.professioneel.helemaal-niet.
COMPUTE v56 = oor_professioneel = 5.
* oordeel.professioneel.wel.
COMPUTE v57 = ANY(oor_professioneel, 1, 2).
* oordeel.professioneel.niet.
COMPUTE v58 = ANY(oor_professioneel, 4, 5).
MISSING VALUES oor_vriendelijk (9).
* oordeel.vriendelijk.helemaal-wel.
COMPUTE v59 = oor_vriendelijk = 1.
* oordeel.vriendelijk.eerder-wel.
COMPUTE v60 = oor_vriendelijk = 2.
* oordeel.vriendelijk.ertussenin.
COMPUTE v61 = oor_vriendelijk = 3.
* oordeel.vriendelijk.eerder-niet.
COMPUTE v62 = oor_vriendelijk = 4.
* oordeel.vriendelijk.helemaal-niet.
COMPUTE v63 = oor_vriendelijk = 5.
* oordeel.vriendelijk.wel.
COMPUTE v64 = ANY(oor_vriendelijk, 1, 2).
* oordeel.vriendelijk.niet.
COMPUTE v65 = ANY(oor_vriendelijk, 4, 5).
MISSING VALUES oor_snel (9).
* oordeel.snel.helemaal-wel.
COMPUTE v66 = oor_snel = 1.
* oordeel.snel.eerder-wel.
COMPUTE v67 = oor_snel = 2.
* oordeel.snel.ertussenin.
COMPUTE v68 = oor_snel = 3.
* oordeel.snel.eerder-niet.
COMPUTE v69 = oor_snel = 4.
* oordeel.snel.helemaal-niet.
COMPUTE v70 = oor_snel = 5.
* oordeel.snel.wel.
COMPUTE v71 = ANY(oor_snel, 1, 2).
* oordeel.snel.niet.
COMPUTE v72 = ANY(oor_snel, 4, 5).
* hyp_reactie.melden.
COMPUTE v73 = hre_melden = 1.
* hyp_reactie.gesprek.
COMPUTE v74 = hre_gesprek = 1.
* hyp_reactie.ondersteuning.
COMPUTE v75 = hre_ondersteuning = 1.
* hyp_reactie.aangifte.
COMPUTE v76 = hre_aangifte = 1.
* hyp_reactie.niets.
COMPUTE v77 = hre_geen = 1.
* hyp_reactie.any.
COMPUTE v78 = SUM(hre_melden, hre_gesprek, hre_ondersteuning, hre_aangifte) > 0.
* hyp_ondersteuning.advies.
COMPUTE v79 = hon_advies = 1.
* hyp_ondersteuning.luisterend-oor.
COMPUTE v80 = hon_oor = 1.
* hyp_ondersteuning.hulp.
COMPUTE v81 = hon_hulp = 1.
* hyp_ondersteuning.ervaringen.
COMPUTE v82 = hon_ervaringen = 1.
* hyp_ondersteuning.anders.
COMPUTE v83 = hon_anders = 1.
* hyp_ondersteuning.geen.
COMPUTE v84 = hon_geen = 1.
* hyp_ondersteuning.any.
COMPUTE v85 = SUM(hon_advies, hon_oor, hon_hulp, hon_ervaringen, hon_anders) > 0.
* hyp_bron.burgemeester.
COMPUTE v86 = hbr_burgemeester = 1.
* hyp_bron.gemeentesecretaris.
COMPUTE v87 = hbr_secretaris = 1.
* hyp_bron.griffie.
COMPUTE v88 = hbr_griffie = 1.
* hyp_bron.college.
COMPUTE v89 = hbr_college = 1.
* hyp_bron.collegas.
COMPUTE v90 = hbr_collegas = 1.
* hyp_bron.eigen-fractie.
COMPUTE v91 = hbr_fractie = 1.
* hyp_bron.fractievoorzitter.
COMPUTE v92 = hbr_voorzitter = 1.
* hyp_bron.cdk.
COMPUTE v93 = hbr_cdk = 1.
* hyp_bron.politie.
COMPUTE v94 = hbr_politie = 1.
* hyp_bron.vertrouwenspersoon.
COMPUTE v95 = hbr_vertrouwenspersoon = 1.
* hyp_bron.team.
COMPUTE v96 = hbr_team = 1.
* hyp_bron.beroepsvereniging.
COMPUTE v97 = hbr_vereniging = 1.
* hyp_bron.naasten.
COMPUTE v98 = hbr_naasten = 1.
* hyp_bron.anders.
COMPUTE v99 = hbr_anders = 1.
* hyp_bron.geen-antwoord.
COMPUTE v100 = hbr_geen = 1.
* verbeterpunt.genoemd.
COMPUTE v101 = verbeterpunt = 1.
* verbeterpunt.niet-genoemd.
COMPUTE v102 = verbeterpunt = 2.
* verbeterpunt_thema.voorbereiding.
COMPUTE v103 = vbt_voorbereiding = 1.
* verbeterpunt_thema.preventie.
COMPUTE v104 = vbt_preventie = 1.
* verbeterpunt_thema.nazorg.
COMPUTE v105 = vbt_nazorg = 1.
* verbeterpunt_thema.gesprek.
COMPUTE v106 = vbt_gesprek = 1.
* verbeterpunt_thema.respect.
COMPUTE v107 = vbt_respect = 1.
* verbeterpunt_thema.aangifte.
COMPUTE v108 = vbt_aangifte = 1.
* verbeterpunt_thema.loket.
COMPUTE v109 = vbt_loket = 1.
* verbeterpunt_thema.training.
COMPUTE v110 = vbt_training = 1.
* verbeterpunt_thema.beveiliging.
COMPUTE v111 = vbt_beveiliging = 1.
* verbeterpunt_thema.grenzen.
COMPUTE v112 = vbt_grenzen = 1.
* verbeterpunt_thema.sociale-media.
COMPUTE v113 = vbt_sociale_media = 1.
* verbeterpunt_thema.omgang.
COMPUTE v114 = vbt_omgang = 1.
* verbeterpunt_thema.erkenning.
COMPUTE v115 = vbt_erkenning = 1.
* verbeterpunt_thema.overig.
COMPUTE v116 = vbt_overig = 1.
* compliment.gegeven.
COMPUTE v117 = compliment = 1.
* compliment.niet-gegeven.
COMPUTE v118 = compliment = 2.
* compliment_thema.taboe.
COMPUTE v119 = cmt_taboe = 1.
* compliment_thema.snelle-actie.
COMPUTE v120 = cmt_snelle_actie = 1.
* compliment_thema.maatregelen.
COMPUTE v121 = cmt_maatregelen = 1.
* compliment_thema.collegas.
COMPUTE v122 = cmt_collegas = 1.
* compliment_thema.evaluatie.
COMPUTE v123 = cmt_evaluatie = 1.
* compliment_thema.besproken.
COMPUTE v124 = cmt_besproken = 1.
* compliment_thema.team.
COMPUTE v125 = cmt_team = 1.
* compliment_thema.bestuurder.
COMPUTE v126 = cmt_bestuurder = 1.
* compliment_thema.griffie.
COMPUTE v127 = cmt_griffie = 1.
* compliment_thema.politie.
COMPUTE v128 = cmt_politie = 1.
* compliment_thema.training.
COMPUTE v129 = cmt_training = 1.
* compliment_thema.afspraken.
COMPUTE v130 = cmt_afspraken = 1.
* compliment_thema.overig.
COMPUTE v131 = cmt_overig = 1.
* belang.maatwerk.place 1.
COMPUTE v132 = bel_1 = 1.
* belang.maatwerk.place 2.
COMPUTE v133 = bel_2 = 1.
* belang.maatwerk.top 2.
COMPUTE v134 = ANY(1, bel_1, bel_2).
* belang.maatwerk.place 3.
COMPUTE v135 = bel_3 = 1.
* belang.maatwerk.top 3.
COMPUTE v136 = ANY(1, bel_1, bel_2, bel_3).
* belang.deskundigheid.place 1.
COMPUTE v137 = bel_1 = 2.
* belang.deskundigheid.place 2.
COMPUTE v138 = bel_2 = 2.
* belang.deskundigheid.top 2.
COMPUTE v139 = ANY(2, bel_1, bel_2).
* belang.deskundigheid.place 3.
COMPUTE v140 = bel_3 = 2.
* belang.deskundigheid.top 3.
COMPUTE v141 = ANY(2, bel_1, bel_2, bel_3).
* belang.snelheid.place 1.
COMPUTE v142 = bel_1 = 3.
* belang.snelheid.place 2.
COMPUTE v143 = bel_2 = 3.
* belang.snelheid.top 2.
COMPUTE v144 = ANY(3, bel_1, bel_2).
* belang.snelheid.place 3.
COMPUTE v145 = bel_3 = 3.
* belang.snelheid.top 3.
COMPUTE v146 = ANY(3, bel_1, bel_2, bel_3).
* belang.vindbaarheid.place 1.
COMPUTE v147 = bel_1 = 4.
* belang.vindbaarheid.place 2.
COMPUTE v148 = bel_2 = 4.
* belang.vindbaarheid.top 2.
COMPUTE v149 = ANY(4, bel_1, bel_2).
* belang.vindbaarheid.place 3.
COMPUTE v150 = bel_3 = 4.
* belang.vindbaarheid.top 3.
COMPUTE v151 = ANY(4, bel_1, bel_2, bel_3).
* belang.vertrouwelijkheid.place 1.
COMPUTE v152 = bel_1 = 5.
* belang.vertrouwelijkheid.place 2.
COMPUTE v153 = bel_2 = 5.
* belang.vertrouwelijkheid.top 2.
COMPUTE v154 = ANY(5, bel_1, bel_2).
* belang.vertrouwelijkheid.place 3.
COMPUTE v155 = bel_3 = 5.
* belang.vertrouwelijkheid.top 3.
COMPUTE v156 = ANY(5, bel_1, bel_2, bel_3).
* belang.stappenplan.place 1.
COMPUTE v157 = bel_1 = 6.
* belang.stappenplan.place 2.
COMPUTE v158 = bel_2 = 6.
* belang.stappenplan.top 2.
COMPUTE v159 = ANY(6, bel_1, bel_2).
* belang.stappenplan.place 3.
COMPUTE v160 = bel_3 = 6.
* belang.stappenplan.top 3.
COMPUTE v161 = ANY(6, bel_1, bel_2, bel_3).
* bekendheid.goed.
COMPUTE v162 = bekendheid = 4.
* bekendheid.een-beetje.
COMPUTE v163 = bekendheid = 3.
* bekendheid.van-naam.
COMPUTE v164 = bekendheid = 2.
* bekendheid.onbekend.
COMPUTE v165 = bekendheid = 1.
* bekendheid.bekend.
COMPUTE v166 = ANY(bekendheid, 4, 3, 2).
* deelname.training.
COMPUTE v167 = dee_training = 1.
* deelname.bijeenkomst.
COMPUTE v168 = dee_bijeenkomst = 1.
* deelname.geen.
COMPUTE v169 = dee_geen = 1.
* deelname.any.
COMPUTE v170 = SUM(dee_training, dee_bijeenkomst) > 0.
* naamsbekendheid.mailing.
COMPUTE v171 = nmb_mailing = 1.
* naamsbekendheid.gesprek.
COMPUTE v172 = nmb_gesprek = 1.
* naamsbekendheid.vereniging.
COMPUTE v173 = nmb_vereniging = 1.
* naamsbekendheid.bijeenkomst.
COMPUTE v174 = nmb_bijeenkomst = 1.
* naamsbekendheid.sociale-media.
COMPUTE v175 = nmb_sociale_media = 1.
* naamsbekendheid.griffie.
COMPUTE v176 = nmb_griffie = 1.
* naamsbekendheid.gemeente.
COMPUTE v177 = nmb_gemeente = 1.
* naamsbekendheid.bestuur.
COMPUTE v178 = nmb_bestuur = 1.
* naamsbekendheid.bezoek.
COMPUTE v179 = nmb_bezoek = 1.
* naamsbekendheid.website.
COMPUTE v180 = nmb_website = 1.
* naamsbekendheid.training.
COMPUTE v181 = nmb_training = 1.
* naamsbekendheid.anders.
COMPUTE v182 = nmb_anders = 1.
* naamsbekendheid.geen-antwoord.
COMPUTE v183 = nmb_geen = 1.
* aandacht_soort.protocollen.
COMPUTE v184 = aas_protocollen = 1.
* aandacht_soort.momenten.
COMPUTE v185 = aas_momenten = 1.
* aandacht_soort.trainingen.
COMPUTE v186 = aas_trainingen = 1.
* aandacht_soort.anders.
COMPUTE v187 = aas_anders = 1.
* aandacht_soort.reactief.
COMPUTE v188 = aas_reactief = 1.
* aandacht_soort.weet-niet.
COMPUTE v189 = aas_geen = 1.
* aandacht_soort.vooraf.
COMPUTE v190 = SUM(aas_protocollen, aas_momenten, aas_trainingen, aas_anders) > 0.
* aandacht_voldoende.zeer-mee-eens.
COMPUTE v191 = aandacht = 1.
* aandacht_voldoende.mee-eens.
COMPUTE v192 = aandacht = 2.
* aandacht_voldoende.neutraal.
COMPUTE v193 = aandacht = 3.
* aandacht_voldoende.mee-oneens.
COMPUTE v194 = aandacht = 4.
* aandacht_voldoende.zeer-mee-oneens.
COMPUTE v195 = aandacht = 5.
* aandacht_voldoende.weet-niet.
COMPUTE v196 = aandacht = 6.
* aandacht_voldoende.eens.
COMPUTE v197 = ANY(aandacht, 1, 2).
* aandacht_voldoende.oneens.
COMPUTE v198 = ANY(aandacht, 4, 5).
CROSSTABS /TABLES=
  v1
  v2
  v3
  v4
  v5
  v6
  v7
  v8
  v9
  v10
  v11
  v12
  v13
  v14
  v15
  v16
  v17
  v18
  v19
  v20
  v21
  v22
  v23
  v24
  v25
  v26
  v27
  v28
  v29
  v30
  v31
  v32
  v33
  v34
  v35
  v36
  v37
  v38
  v39
  v40
  v41
  v42
  v43
  v44
  v45
  v46
  v47
  v48
  v49
  v50
  v51
  v52
  v53
  v54
  v55
  v56
  v57
  v58
  v59
  v60
  v61
  v62
  v63
  v64
  v65
  v66
  v67
  v68
  v69
  v70
  v71
  v72
  v73
  v74
  v75
  v76
  v77
  v78
  v79
  v80
  v81
  v82
  v83
  v84
  v85
  v86
  v87
  v88
  v89
  v90
  v91
  v92
  v93
  v94
  v95
  v96
  v97
  v98
  v99
  v100
  v101
  v102
  v103
  v104
  v105
  v106
  v107
  v108
  v109
  v110
  v111
  v112
  v113
  v114
  v115
  v116
  v117
  v118
  v119
  v120
  v121
  v122
  v123
  v124
  v125
  v126
  v127
  v128
  v129
  v130
  v131
  v132
  v133
  v134
  v135
  v136
  v137
  v138
  v139
  v140
  v141
  v142
  v143
  v144
  v145
  v146
  v147
  v148
  v149
  v150
  v151
  v152
  v153
  v154
  v155
  v156
  v157
  v158
  v159
  v160
  v161
  v162
  v163
  v164
  v165
  v166
  v167
  v168
  v169
  v170
  v171
  v172
  v173
  v174
  v175
  v176
  v177
  v178
  v179
  v180
  v181
  v182
  v183
  v184
  v185
  v186
  v187
  v188
  v189
  v190
  v191
  v192
  v193
  v194
  v195
  v196
  v197
  v198
  BY rol /CELLS=COUNT.
TEMPORARY.
SELECT IF ANY(rol, 1, 2, 3, 4).
FREQUENCIES /VARIABLES=
  v1
  v2
  v3
  v4
  v5
  v6
  v7
  v8
  v9
  v10
  v11
  v12
  v13
  v14
  v15
  v16
  v17
  v18
  v19
  v20
  v21
  v22
  v23
  v24
  v25
  v26
  v27
  v28
  v29
  v30
  v31
  v32
  v33
  v34
  v35
  v36
  v37
  v38
  v39
  v40
  v41
  v42
  v43
  v44
  v45
  v46
  v47
  v48
  v49
  v50
  v51
  v52
  v53
  v54
  v55
  v56
  v57
  v58
  v59
  v60
  v61
  v62
  v63
  v64
  v65
  v66
  v67
  v68
  v69
  v70
  v71
  v72
  v73
  v74
  v75
  v76
  v77
  v78
  v79
  v80
  v81
  v82
  v83
  v84
  v85
  v86
  v87
  v88
  v89
  v90
  v91
  v92
  v93
  v94
  v95
  v96
  v97
  v98
  v99
  v100
  v101
  v102
  v103
  v104
  v105
  v106
  v107
  v108
  v109
  v110
  v111
  v112
  v113
  v114
  v115
  v116
  v117
  v118
  v119
  v120
  v121
  v122
  v123
  v124
  v125
  v126
  v127
  v128
  v129
  v130
  v131
  v132
  v133
  v134
  v135
  v136
  v137
  v138
  v139
  v140
  v141
  v142
  v143
  v144
  v145
  v146
  v147
  v148
  v149
  v150
  v151
  v152
  v153
  v154
  v155
  v156
  v157
  v158
  v159
  v160
  v161
  v162
  v163
  v164
  v165
  v166
  v167
  v168
  v169
  v170
  v171
  v172
  v173
  v174
  v175
  v176
  v177
  v178
  v179
  v180
  v181
  v182
  v183
  v184
  v185
  v186
  v187
  v188
  v189
  v190
  v191
  v192
  v193
  v194
  v195
  v196
  v197
  v198.
