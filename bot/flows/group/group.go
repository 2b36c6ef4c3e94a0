// Package group is what the bot talks about with the admins of a community group:
// their listings, what is wrong with them, and whether they are still right.
package group
