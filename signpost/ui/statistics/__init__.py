"""The statistics screen: figures as charts, with the table behind each."""
