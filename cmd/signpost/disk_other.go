//go:build !linux && !darwin

package main

import "signpost/bot/health"

// diskOf is not known here.
func diskOf(string) (health.Disk, bool) { return health.Disk{}, false }
