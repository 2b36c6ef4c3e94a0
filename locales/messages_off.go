// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// OffBoxingDay says:
//
//	Boxing Day
func OffBoxingDay() Text { return Text{id: "off.boxing_day"} }

// OffChristmasBankHoliday says:
//
//	Christmas bank holiday
func OffChristmasBankHoliday() Text { return Text{id: "off.christmas_bank_holiday"} }

// OffChristmasDay says:
//
//	Christmas Day
func OffChristmasDay() Text { return Text{id: "off.christmas_day"} }

// OffDiwali says:
//
//	Diwali
func OffDiwali() Text { return Text{id: "off.diwali"} }

// OffEarlyMayBankHoliday says:
//
//	early May bank holiday
func OffEarlyMayBankHoliday() Text { return Text{id: "off.early_may_bank_holiday"} }

// OffEaster says:
//
//	Easter
func OffEaster() Text { return Text{id: "off.easter"} }

// OffEasterMonday says:
//
//	Easter Monday
func OffEasterMonday() Text { return Text{id: "off.easter_monday"} }

// OffEidAlAdha says:
//
//	Eid al-Adha
func OffEidAlAdha() Text { return Text{id: "off.eid_al_adha"} }

// OffEidAlFitr says:
//
//	Eid al-Fitr
func OffEidAlFitr() Text { return Text{id: "off.eid_al_fitr"} }

// OffGoodFriday says:
//
//	Good Friday
func OffGoodFriday() Text { return Text{id: "off.good_friday"} }

// OffHoliday says:
//
//	holiday
func OffHoliday() Text { return Text{id: "off.holiday"} }

// OffLunarNewYear says:
//
//	Lunar New Year
func OffLunarNewYear() Text { return Text{id: "off.lunar_new_year"} }

// OffNewYearBankHoliday says:
//
//	New Year bank holiday
func OffNewYearBankHoliday() Text { return Text{id: "off.new_year_bank_holiday"} }

// OffNoOneCanRunIt says:
//
//	no one can run it
func OffNoOneCanRunIt() Text { return Text{id: "off.no_one_can_run_it"} }

// OffNowruz says:
//
//	Nowruz
func OffNowruz() Text { return Text{id: "off.nowruz"} }

// OffOrthodoxChristmas says:
//
//	Orthodox Christmas
func OffOrthodoxChristmas() Text { return Text{id: "off.orthodox_christmas"} }

// OffOrthodoxEaster says:
//
//	Orthodox Easter
func OffOrthodoxEaster() Text { return Text{id: "off.orthodox_easter"} }

// OffSpringBankHoliday says:
//
//	spring bank holiday
func OffSpringBankHoliday() Text { return Text{id: "off.spring_bank_holiday"} }

// OffSummerBankHoliday says:
//
//	summer bank holiday
func OffSummerBankHoliday() Text { return Text{id: "off.summer_bank_holiday"} }

// OffTheBuildingIsClosed says:
//
//	the building is closed
func OffTheBuildingIsClosed() Text { return Text{id: "off.the_building_is_closed"} }

// OffVaisakhi says:
//
//	Vaisakhi
func OffVaisakhi() Text { return Text{id: "off.vaisakhi"} }
