//go:build race

package main

// underRace is set where the race detector watches, which costs tenfold.
const underRace = true
