"""Looking for malware before others may open a file; what is found goes into quarantine.

In Russian: «проверка на вирусы», «карантин». Off until `PARTA_FILES_SCANNER` names a scanner.
"""
