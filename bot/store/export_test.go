package store

// Crowd makes memory hold at most n letters of the outbox.
func (s *Store) Crowd(n int) {
	s.mu.Lock()
	s.most = n
	s.mu.Unlock()
	s.doubt()
}
