// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// ReminderButtonFind says:
//
//	Find somebody for me
func ReminderButtonFind() Text { return Text{id: "reminder.button_find"} }

// ReminderButtonLog says:
//
//	Note it down
func ReminderButtonLog() Text { return Text{id: "reminder.button_log"} }

// ReminderCheckIn says:
//
//	You asked me to look in on you today. Thank you for being there for others.
//
//	You are owed something too: a talk with your lead, a real break, and somebody who listens to you.
//
//	You need not answer. We keep nothing about how you are.
func ReminderCheckIn() Text { return Text{id: "reminder.check_in"} }

// ReminderEarlier says:
//
//	There is still something to note down from the last days. It takes a minute.
func ReminderEarlier() Text { return Text{id: "reminder.earlier"} }

// ReminderToday says:
//
//	There is something to note down from today. It takes a minute.
func ReminderToday() Text { return Text{id: "reminder.today"} }
