// Package safety is what the project says about the safety of what it does, as
// data with tests: what can go wrong and what stands against it (the hazard
// log), what the program is for and what not, and how well it hears, measured
// per tongue with messages of the project's own.
package safety
