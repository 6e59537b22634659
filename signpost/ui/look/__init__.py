"""How everything looks: colours, type, the style sheet."""
