//go:build race

package flows_test

// underRace is set where the race detector watches, which costs tenfold: there each
// story is played in one language more than English, and every language has its
// turn. Without it each is played in all.
const underRace = true
