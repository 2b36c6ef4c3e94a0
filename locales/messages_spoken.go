// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// SpokenAk says:
//
//	Twi (Akan)
func SpokenAk() Text { return Text{id: "spoken.ak"} }

// SpokenAm says:
//
//	Amharic
func SpokenAm() Text { return Text{id: "spoken.am"} }

// SpokenAr says:
//
//	Arabic
func SpokenAr() Text { return Text{id: "spoken.ar"} }

// SpokenBfi says:
//
//	British Sign Language (BSL)
func SpokenBfi() Text { return Text{id: "spoken.bfi"} }

// SpokenBg says:
//
//	Bulgarian
func SpokenBg() Text { return Text{id: "spoken.bg"} }

// SpokenBn says:
//
//	Bengali
func SpokenBn() Text { return Text{id: "spoken.bn"} }

// SpokenBs says:
//
//	Bosnian
func SpokenBs() Text { return Text{id: "spoken.bs"} }

// SpokenCkb says:
//
//	Kurdish (Sorani)
func SpokenCkb() Text { return Text{id: "spoken.ckb"} }

// SpokenCmn says:
//
//	Mandarin
func SpokenCmn() Text { return Text{id: "spoken.cmn"} }

// SpokenCs says:
//
//	Czech
func SpokenCs() Text { return Text{id: "spoken.cs"} }

// SpokenCy says:
//
//	Welsh
func SpokenCy() Text { return Text{id: "spoken.cy"} }

// SpokenDe says:
//
//	German
func SpokenDe() Text { return Text{id: "spoken.de"} }

// SpokenEl says:
//
//	Greek
func SpokenEl() Text { return Text{id: "spoken.el"} }

// SpokenEn says:
//
//	English
func SpokenEn() Text { return Text{id: "spoken.en"} }

// SpokenEs says:
//
//	Spanish
func SpokenEs() Text { return Text{id: "spoken.es"} }

// SpokenEt says:
//
//	Estonian
func SpokenEt() Text { return Text{id: "spoken.et"} }

// SpokenFa says:
//
//	Farsi
func SpokenFa() Text { return Text{id: "spoken.fa"} }

// SpokenFil says:
//
//	Filipino (Tagalog)
func SpokenFil() Text { return Text{id: "spoken.fil"} }

// SpokenFr says:
//
//	French
func SpokenFr() Text { return Text{id: "spoken.fr"} }

// SpokenGa says:
//
//	Irish
func SpokenGa() Text { return Text{id: "spoken.ga"} }

// SpokenGu says:
//
//	Gujarati
func SpokenGu() Text { return Text{id: "spoken.gu"} }

// SpokenHa says:
//
//	Hausa
func SpokenHa() Text { return Text{id: "spoken.ha"} }

// SpokenHak says:
//
//	Hakka
func SpokenHak() Text { return Text{id: "spoken.hak"} }

// SpokenHe says:
//
//	Hebrew
func SpokenHe() Text { return Text{id: "spoken.he"} }

// SpokenHi says:
//
//	Hindi
func SpokenHi() Text { return Text{id: "spoken.hi"} }

// SpokenHr says:
//
//	Croatian
func SpokenHr() Text { return Text{id: "spoken.hr"} }

// SpokenHu says:
//
//	Hungarian
func SpokenHu() Text { return Text{id: "spoken.hu"} }

// SpokenIg says:
//
//	Igbo
func SpokenIg() Text { return Text{id: "spoken.ig"} }

// SpokenIt says:
//
//	Italian
func SpokenIt() Text { return Text{id: "spoken.it"} }

// SpokenJam says:
//
//	Jamaican Patois
func SpokenJam() Text { return Text{id: "spoken.jam"} }

// SpokenKmr says:
//
//	Kurdish (Kurmanji)
func SpokenKmr() Text { return Text{id: "spoken.kmr"} }

// SpokenKn says:
//
//	Kannada
func SpokenKn() Text { return Text{id: "spoken.kn"} }

// SpokenKu says:
//
//	Kurdish
func SpokenKu() Text { return Text{id: "spoken.ku"} }

// SpokenLg says:
//
//	Luganda
func SpokenLg() Text { return Text{id: "spoken.lg"} }

// SpokenLn says:
//
//	Lingala
func SpokenLn() Text { return Text{id: "spoken.ln"} }

// SpokenLt says:
//
//	Lithuanian
func SpokenLt() Text { return Text{id: "spoken.lt"} }

// SpokenLv says:
//
//	Latvian
func SpokenLv() Text { return Text{id: "spoken.lv"} }

// SpokenMl says:
//
//	Malayalam
func SpokenMl() Text { return Text{id: "spoken.ml"} }

// SpokenMr says:
//
//	Marathi
func SpokenMr() Text { return Text{id: "spoken.mr"} }

// SpokenNd says:
//
//	Ndebele
func SpokenNd() Text { return Text{id: "spoken.nd"} }

// SpokenNe says:
//
//	Nepali
func SpokenNe() Text { return Text{id: "spoken.ne"} }

// SpokenOm says:
//
//	Oromo
func SpokenOm() Text { return Text{id: "spoken.om"} }

// SpokenPa says:
//
//	Punjabi
func SpokenPa() Text { return Text{id: "spoken.pa"} }

// SpokenPcm says:
//
//	Nigerian Pidgin
func SpokenPcm() Text { return Text{id: "spoken.pcm"} }

// SpokenPhr says:
//
//	Pahari (Mirpuri)
func SpokenPhr() Text { return Text{id: "spoken.phr"} }

// SpokenPl says:
//
//	Polish
func SpokenPl() Text { return Text{id: "spoken.pl"} }

// SpokenPrs says:
//
//	Dari
func SpokenPrs() Text { return Text{id: "spoken.prs"} }

// SpokenPs says:
//
//	Pashto
func SpokenPs() Text { return Text{id: "spoken.ps"} }

// SpokenPt says:
//
//	Portuguese
func SpokenPt() Text { return Text{id: "spoken.pt"} }

// SpokenRmc says:
//
//	Carpathian Romani
func SpokenRmc() Text { return Text{id: "spoken.rmc"} }

// SpokenRme says:
//
//	Angloromani
func SpokenRme() Text { return Text{id: "spoken.rme"} }

// SpokenRo says:
//
//	Romanian
func SpokenRo() Text { return Text{id: "spoken.ro"} }

// SpokenRom says:
//
//	Romani
func SpokenRom() Text { return Text{id: "spoken.rom"} }

// SpokenRu says:
//
//	Russian
func SpokenRu() Text { return Text{id: "spoken.ru"} }

// SpokenRw says:
//
//	Kinyarwanda
func SpokenRw() Text { return Text{id: "spoken.rw"} }

// SpokenSi says:
//
//	Sinhala
func SpokenSi() Text { return Text{id: "spoken.si"} }

// SpokenSk says:
//
//	Slovak
func SpokenSk() Text { return Text{id: "spoken.sk"} }

// SpokenSn says:
//
//	Shona
func SpokenSn() Text { return Text{id: "spoken.sn"} }

// SpokenSo says:
//
//	Somali
func SpokenSo() Text { return Text{id: "spoken.so"} }

// SpokenSq says:
//
//	Albanian
func SpokenSq() Text { return Text{id: "spoken.sq"} }

// SpokenSr says:
//
//	Serbian
func SpokenSr() Text { return Text{id: "spoken.sr"} }

// SpokenSth says:
//
//	Shelta (Cant)
func SpokenSth() Text { return Text{id: "spoken.sth"} }

// SpokenSw says:
//
//	Swahili
func SpokenSw() Text { return Text{id: "spoken.sw"} }

// SpokenSyl says:
//
//	Sylheti
func SpokenSyl() Text { return Text{id: "spoken.syl"} }

// SpokenTa says:
//
//	Tamil
func SpokenTa() Text { return Text{id: "spoken.ta"} }

// SpokenTe says:
//
//	Telugu
func SpokenTe() Text { return Text{id: "spoken.te"} }

// SpokenTh says:
//
//	Thai
func SpokenTh() Text { return Text{id: "spoken.th"} }

// SpokenTi says:
//
//	Tigrinya
func SpokenTi() Text { return Text{id: "spoken.ti"} }

// SpokenTr says:
//
//	Turkish
func SpokenTr() Text { return Text{id: "spoken.tr"} }

// SpokenUk says:
//
//	Ukrainian
func SpokenUk() Text { return Text{id: "spoken.uk"} }

// SpokenUr says:
//
//	Urdu
func SpokenUr() Text { return Text{id: "spoken.ur"} }

// SpokenUz says:
//
//	Uzbek
func SpokenUz() Text { return Text{id: "spoken.uz"} }

// SpokenVi says:
//
//	Vietnamese
func SpokenVi() Text { return Text{id: "spoken.vi"} }

// SpokenWo says:
//
//	Wolof
func SpokenWo() Text { return Text{id: "spoken.wo"} }

// SpokenYi says:
//
//	Yiddish
func SpokenYi() Text { return Text{id: "spoken.yi"} }

// SpokenYo says:
//
//	Yoruba
func SpokenYo() Text { return Text{id: "spoken.yo"} }

// SpokenYue says:
//
//	Cantonese
func SpokenYue() Text { return Text{id: "spoken.yue"} }

// SpokenZh says:
//
//	Chinese
func SpokenZh() Text { return Text{id: "spoken.zh"} }

// SpokenZu says:
//
//	Zulu
func SpokenZu() Text { return Text{id: "spoken.zu"} }
