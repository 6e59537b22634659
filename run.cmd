@echo off
rem Sets everything up (first time: minutes, later: seconds), then starts Signpost.
setlocal
set "ROOT=%~dp0"
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul
if errorlevel 1 (
    echo Signpost needs Python 3.11 or later with its "py" launcher.>&2
    echo Install it from the official Python installer, then run this again.>&2
    exit /b 1
)
rem To standard error: what a command prints may be piped into another program.
py -3 "%ROOT%packaging\prepare.py" run <nul 1>&2
if errorlevel 1 exit /b 1
set "PYTHONPATH=%ROOT%"
"%ROOT%.venv\Scripts\python.exe" -m signpost %*
exit /b %errorlevel%
