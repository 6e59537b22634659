"""The window around the screens: bars, tabs, status line."""
