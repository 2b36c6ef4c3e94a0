// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// AccessBsl says:
//
//	British Sign Language (BSL)
func AccessBsl() Text { return Text{id: "access.bsl"} }

// AccessChildrenWelcome says:
//
//	children welcome
func AccessChildrenWelcome() Text { return Text{id: "access.children_welcome"} }

// AccessEasyRead says:
//
//	Easy Read papers
func AccessEasyRead() Text { return Text{id: "access.easy_read"} }

// AccessHearingLoop says:
//
//	hearing loop
func AccessHearingLoop() Text { return Text{id: "access.hearing_loop"} }

// AccessInterpreter says:
//
//	an interpreter if you ask
func AccessInterpreter() Text { return Text{id: "access.interpreter"} }

// AccessQuietSpace says:
//
//	a quiet room
func AccessQuietSpace() Text { return Text{id: "access.quiet_space"} }

// AccessStepFree says:
//
//	no steps
func AccessStepFree() Text { return Text{id: "access.step_free"} }

// AccessTextRelay says:
//
//	Relay UK (type, don't talk)
func AccessTextRelay() Text { return Text{id: "access.text_relay"} }
