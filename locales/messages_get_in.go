// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// GetInAppointment says:
//
//	book a time first
func GetInAppointment() Text { return Text{id: "get_in.appointment"} }

// GetInDropIn says:
//
//	just come, no need to book
func GetInDropIn() Text { return Text{id: "get_in.drop_in"} }

// GetInGpReferral says:
//
//	ask your doctor (GP) to send you
func GetInGpReferral() Text { return Text{id: "get_in.gp_referral"} }

// GetInMembership says:
//
//	for members, ask how to join
func GetInMembership() Text { return Text{id: "get_in.membership"} }

// GetInProfessionalReferral says:
//
//	ask a nurse, teacher or support worker to send you
func GetInProfessionalReferral() Text { return Text{id: "get_in.professional_referral"} }

// GetInRingFirst says:
//
//	ring first
func GetInRingFirst() Text { return Text{id: "get_in.ring_first"} }

// GetInSelfReferral says:
//
//	ask them yourself, no doctor needed
func GetInSelfReferral() Text { return Text{id: "get_in.self_referral"} }
