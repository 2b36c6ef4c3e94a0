// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// MineButtonMonth says:
//
//	My month
func MineButtonMonth() Text { return Text{id: "mine.button_month"} }

// MineButtonQuarter says:
//
//	My three months
func MineButtonQuarter() Text { return Text{id: "mine.button_quarter"} }

// MineHead says:
//
//	These are your sessions of the last three months:
func MineHead() Text { return Text{id: "mine.head"} }

// MineNone says:
//
//	You have not logged a session in the last three months.
func MineNone() Text { return Text{id: "mine.none"} }

// MineOwn says:
//
//	Here are your own numbers for {{.PeriodText}}.
func MineOwn(periodText Text) Text {
	return Text{id: "mine.own", values: map[string]any{"PeriodText": periodText}}
}

// MinePartCertificate says:
//
//	Your certificate is good until the end of {{.MonthText}}.
func MinePartCertificate(monthText Text) Text {
	return Text{id: "mine.part_certificate", values: map[string]any{"MonthText": monthText}}
}

// MinePartCertificateOver says:
//
//	Your certificate has ended. Its last month was {{.MonthText}}.
func MinePartCertificateOver(monthText Text) Text {
	return Text{id: "mine.part_certificate_over", values: map[string]any{"MonthText": monthText}}
}

// MinePartCertificateUnknown says:
//
//	I don't know how long your certificate is good for.
func MinePartCertificateUnknown() Text { return Text{id: "mine.part_certificate_unknown"} }

// MinePartSum says:
//
//	All together:
func MinePartSum() Text { return Text{id: "mine.part_sum"} }
