//go:build linux || darwin

package main

import (
	"syscall"

	"signpost/bot/health"
)

// diskOf is the room on the disk of a folder, for a user without privileges.
func diskOf(path string) (health.Disk, bool) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(path, &s); err != nil {
		return health.Disk{}, false
	}
	unit := int64(s.Bsize)
	return health.Disk{Free: int64(s.Bavail) * unit, Total: int64(s.Blocks) * unit}, true
}
