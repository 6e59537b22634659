"""The screens: the only room that knows Qt; one folder a screen, views apart from presenters."""
