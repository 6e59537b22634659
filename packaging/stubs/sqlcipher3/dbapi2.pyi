from sqlite3 import Connection as Connection
from sqlite3 import Error as Error
from sqlite3 import connect as connect
