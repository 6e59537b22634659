"""Role-play: a session as it goes on, and its debrief. Pure, like the domain."""
