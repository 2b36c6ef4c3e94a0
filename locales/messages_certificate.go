// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// CertificateAskMonth says:
//
//	And in which month of {{.Year}}?
func CertificateAskMonth(year string) Text {
	return Text{id: "certificate.ask_month", values: map[string]any{"Year": year}}
}

// CertificateAskYear says:
//
//	In which year does the certificate end? Tap it, or type month and year, like 3/2031.
func CertificateAskYear() Text { return Text{id: "certificate.ask_year"} }

// CertificateBadMonth says:
//
//	I do not know this month. Please type month and year, like 3/2031.
func CertificateBadMonth() Text { return Text{id: "certificate.bad_month"} }

// CertificateButtonChange says:
//
//	Certificate: until when
func CertificateButtonChange() Text { return Text{id: "certificate.button_change"} }

// CertificateButtonOwn says:
//
//	My certificate
func CertificateButtonOwn() Text { return Text{id: "certificate.button_own"} }

// CertificateButtonRemove says:
//
//	Delete the date
func CertificateButtonRemove() Text { return Text{id: "certificate.button_remove"} }

// CertificateFarMonth says:
//
//	That is too far off for a certificate. Please look again.
func CertificateFarMonth() Text { return Text{id: "certificate.far_month"} }

// CertificateKept says:
//
//	Saved. The certificate is valid until: {{.MonthText}}.
func CertificateKept(monthText Text) Text {
	return Text{id: "certificate.kept", values: map[string]any{"MonthText": monthText}}
}

// CertificateKeptNone says:
//
//	Deleted. No date is kept any more.
func CertificateKeptNone() Text { return Text{id: "certificate.kept_none"} }

// CertificateOwnEnded says:
//
//	Your first aider certificate has ended. It was valid until: {{.MonthText}}.
func CertificateOwnEnded(monthText Text) Text {
	return Text{id: "certificate.own_ended", values: map[string]any{"MonthText": monthText}}
}

// CertificateOwnUnknown says:
//
//	You have not told until when your first aider certificate is valid.
func CertificateOwnUnknown() Text { return Text{id: "certificate.own_unknown"} }

// CertificateOwnUntil says:
//
//	Your first aider certificate is valid until: {{.MonthText}}.
func CertificateOwnUntil(monthText Text) Text {
	return Text{id: "certificate.own_until", values: map[string]any{"MonthText": monthText}}
}

// CertificatePartEnded says:
//
//	certificate ended in {{.MonthText}}
func CertificatePartEnded(monthText Text) Text {
	return Text{id: "certificate.part_ended", values: map[string]any{"MonthText": monthText}}
}

// CertificatePartUnknown says:
//
//	certificate: not told
func CertificatePartUnknown() Text { return Text{id: "certificate.part_unknown"} }

// CertificatePartUntil says:
//
//	certificate until {{.MonthText}}
func CertificatePartUntil(monthText Text) Text {
	return Text{id: "certificate.part_until", values: map[string]any{"MonthText": monthText}}
}

// CertificatePartWhoSees says:
//
//	Only your group's admins and the coordinators see this. Three months before, you and they are told.
func CertificatePartWhoSees() Text { return Text{id: "certificate.part_who_sees"} }

// CertificateToldAdmin says:
//
//	A date in your group is coming up. A certificate is valid until: {{.MonthText}}. There is still time to renew it.
func CertificateToldAdmin(monthText Text) Text {
	return Text{id: "certificate.told_admin", values: map[string]any{"MonthText": monthText}}
}

// CertificateToldOwn says:
//
//	A date of yours is coming up. Your certificate is valid until: {{.MonthText}}. There is still time to renew it.
func CertificateToldOwn(monthText Text) Text {
	return Text{id: "certificate.told_own", values: map[string]any{"MonthText": monthText}}
}
