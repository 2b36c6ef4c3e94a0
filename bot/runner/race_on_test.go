//go:build race

package runner

// strangers are the chats of a flood from everywhere; the race detector makes ten times the work of each.
const strangers = 100_000
