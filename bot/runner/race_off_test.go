//go:build !race

package runner

// strangers are the chats of a flood from everywhere.
const strangers = 1_000_000
