/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-storage-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "storage/tori-storage-error.h"

/* The one place of this layer with words for people. The command line and the window must say the same of the
 * same broken file, and neither is below the other; so the sentences stand with the codes that they are
 * about. Each says what is wrong and what to do. */

/* Translators: these sentences stand behind the name of the file and the place in it. */
static const char *const sentences[TORI_STORAGE_N_ERRORS] = {
  [TORI_STORAGE_ERROR_EMPTY] = N_ ("The file is empty. Open a backup copy of it, if there is one."),
  [TORI_STORAGE_ERROR_TRUNCATED] = N_ ("The file ends here, in the middle of the plan. It was probably cut "
                                       "while it was copied: copy it again, or "
                                       "open a backup copy."),
  [TORI_STORAGE_ERROR_NOT_JSON] =
      N_ ("This is not a plan file, but a file of another kind. Choose a file that was saved by Torikumi."),
  [TORI_STORAGE_ERROR_UNEXPECTED] =
      N_ ("This character cannot stand here. Take it out in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_MISSING_COMMA] =
      N_ ("A comma is missing in front of this place. Put it in in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_EXTRA_COMMA] =
      N_ ("There is a comma too many here. Take it out in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_MISSING_COLON] = N_ (
      "A colon is missing behind the name of a member. Put it in in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_MISSING_KEY] = N_ ("The name of a member is missing here; it stands in double quotes. "
                                         "Put it in in a text editor, or open a "
                                         "backup copy."),
  [TORI_STORAGE_ERROR_MISSING_VALUE] =
      N_ ("A value is missing here. Put it in in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_WRONG_BRACKET] = N_ (
      "This bracket does not close the one that is open. Mend it in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_BAD_WORD] = N_ ("This word cannot stand here: text stands in double quotes. Mend it in "
                                      "a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_BAD_NUMBER] = N_ ("This number is not written as numbers in a plan file are. Mend it "
                                        "in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_NUMBER_RANGE] =
      N_ ("This number is too large. Mend it in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_BAD_ESCAPE] = N_ ("The character behind this backslash cannot stand there. Mend it in "
                                        "a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_LONE_SURROGATE] = N_ ("This is half of a character: its other half is missing. Mend it "
                                            "in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_NUL] = N_ ("There is a null character here, which a plan cannot hold. The file was "
                                 "probably damaged: open a backup copy."),
  [TORI_STORAGE_ERROR_CONTROL] = N_ ("There is a line break or another control character here, where none "
                                     "can stand. Mend it in a text editor, or "
                                     "open a backup copy."),
  [TORI_STORAGE_ERROR_INVALID_UTF8] = N_ ("This is not a character in UTF-8. Save the file again as UTF-8 in "
                                          "the text editor in which it was changed, or "
                                          "open a backup copy."),
  [TORI_STORAGE_ERROR_DUPLICATE_KEY] =
      N_ ("This member is there twice. Take one of the two out in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_AFTER_END] = N_ ("The plan is complete, but something comes after it. Take that out in "
                                       "a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_TOO_DEEP] =
      N_ ("The file is nested more deeply than a plan can be. Choose a file that was saved by Torikumi."),
  [TORI_STORAGE_ERROR_TOO_LARGE] = N_ ("The file is larger than 512 MB, which is more than a plan can be. "
                                       "Choose a file that was saved by Torikumi."),
  [TORI_STORAGE_ERROR_TOO_MANY] =
      N_ ("The file holds more than a plan can hold. Choose a file that was saved by Torikumi."),
  [TORI_STORAGE_ERROR_TOO_LONG] = N_ ("This text is longer than 16 MB, which is more than a plan can hold. "
                                      "Shorten it in a text editor, or open a "
                                      "backup copy."),
  [TORI_STORAGE_ERROR_NOT_A_PLAN] =
      N_ ("This is not a plan file, but one of another program. Choose a file that was saved by Torikumi."),
  [TORI_STORAGE_ERROR_BAD_VERSION] =
      N_ ("The number of the file's version is wrong. Set it to 1 in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_EXPECTED_TEXT] =
      N_ ("A text in double quotes must stand here. Mend it in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_EXPECTED_LIST] =
      N_ ("A list in square brackets must stand here. Mend it in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_EXPECTED_OBJECT] =
      N_ ("Members in curly brackets must stand here. Mend it in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_EXPECTED_NUMBER] =
      N_ ("A number must stand here. Mend it in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_EXPECTED_INTEGER] =
      N_ ("A whole number must stand here. Mend it in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_EXPECTED_BOOLEAN] =
      N_ ("Either true or false must stand here. Mend it in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_MISSING_MEMBER] = N_ ("This member is missing, and a plan cannot do without it. Put it "
                                            "in in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_EMPTY_ID] =
      N_ ("This id is empty. Give it a value of its own in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_YEARS_REVERSED] =
      N_ ("The last year is before the first. Mend it in a text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_SPANS_OVERLAP] = N_ ("This span covers a year that another span of its lane covers "
                                           "too. Move one of the two into another lane in a "
                                           "text editor, or open a backup copy."),
  [TORI_STORAGE_ERROR_NOT_FOUND] = N_ (
      "There is no such file or folder. Check the name, or whether the drive or shared folder is connected."),
  [TORI_STORAGE_ERROR_IS_FOLDER] = N_ ("This is a folder, not a file. Choose a plan file in it."),
  [TORI_STORAGE_ERROR_NOT_REGULAR] = N_ ("This is a device or a connection, not a file. Choose a plan file."),
  [TORI_STORAGE_ERROR_NO_PERMISSION] = N_ (
      "You have no permission for this file or folder. Ask the one who manages it, or choose another place."),
  [TORI_STORAGE_ERROR_READ_FAILED] =
      N_ ("The file could not be read to its end. Check the drive or the connection and try again."),
  [TORI_STORAGE_ERROR_NO_SPACE] = N_ (
      "The file was not saved, for the disk is full or your share of it is used up. The former file is as "
      "it was. Make room there, or save it in another place."),
  [TORI_STORAGE_ERROR_READ_ONLY] =
      N_ ("The file was not saved, for nothing can be written to this drive. Save it in another place."),
  [TORI_STORAGE_ERROR_WRITE_FAILED] = N_ ("The file was not saved, for the drive or the server reported an "
                                          "error. The former file is as it was. Try "
                                          "again, or save it in another place."),
  [TORI_STORAGE_ERROR_EXISTS] = N_ (
      "The file was not saved, for there is another file of that name by now. Save it under another name."),
  [TORI_STORAGE_ERROR_CONFLICT] = N_ ("The file was not saved, for somebody else has changed it since you "
                                      "opened it. Save yours under another name, "
                                      "then open both."),
  [TORI_STORAGE_ERROR_GONE] = N_ ("The file was not saved, for it is no longer there: somebody has moved, "
                                  "renamed or deleted it. Save it under a "
                                  "name of your choice."),
  [TORI_STORAGE_ERROR_UNSOUND] = N_ ("The file was not saved: what would have been written could not be read "
                                     "back as the same plan. This is a "
                                     "fault of the program; please report it. The former file is as it was."),
};

/* Those that quote what was found. */
static char *
describe_with_value (ToriStorageError code, const char *value)
{
  switch ((int) code)
    {
    case TORI_STORAGE_ERROR_TOO_NEW:
      /* Translators: %s is the number of the version of a plan file, such as 2. */
      return g_strdup_printf (
          _ ("The plan was saved by a newer version of Torikumi, in version %s of the file "
             "format. Install the newer version to open it."),
          value);
    case TORI_STORAGE_ERROR_UNKNOWN_CHOICE:
      /* Translators: %s is a word in a plan file that is none of those that may stand in its place. */
      return g_strdup_printf (
          _ ("“%s” is none of the words that can stand here. Mend it in a text editor, or open a "
             "backup copy."),
          value);
    case TORI_STORAGE_ERROR_DUPLICATE_ID:
      /* Translators: %s is the id of a part of the plan. */
      return g_strdup_printf (
          _ ("The id “%s” is there twice. Give one of the two an id of its own in a text editor, "
             "or open a backup copy."),
          value);
    case TORI_STORAGE_ERROR_DANGLING:
      /* Translators: %s is an id by which one part of the plan refers to another, which is missing. */
      return g_strdup_printf (
          _ ("“%s” refers to something that is not there. Take it out in a text editor, or open a "
             "backup copy."),
          value);
    case TORI_STORAGE_ERROR_YEAR_RANGE:
      /* Translators: %s is a number that stands in the place of a fiscal year. */
      return g_strdup_printf (
          _ ("%s is not a year from 1900 to 2200. Mend it in a text editor, or open a backup "
             "copy."),
          value);
    case TORI_STORAGE_ERROR_DUPLICATE_YEAR:
      /* Translators: %s is a fiscal year as a number; an initiative has at most one entry for each. */
      return g_strdup_printf (
          _ ("There are two entries for the year %s. Take one of the two out in a text editor, or "
             "open a backup copy."),
          value);
    case TORI_STORAGE_ERROR_DAMAGED:
      /* Translators: %s is the path of a file. */
      return g_strdup_printf (
          _ ("The file was damaged while it was saved, for the drive or the server reported an "
             "error. Its former content is whole in %s; keep that, and save the plan in another "
             "place."),
          value);
    default: return NULL;
    }
}

static char *
describe_what (const GError *error)
{
  const char *value = tori_storage_error_get_value (error);
  const ToriStorageError code = error->code;

  if (error->domain != TORI_STORAGE_ERROR)
    return g_strdup (error->message); /* GIO's, made for people */
  return sentences[code] ? g_strdup (_ (sentences[code])) : describe_with_value (code, value ? value : "");
}

/**
 * tori_storage_error_describe:
 * @error: an error of this layer, or of GIO where a file without a path is concerned
 * @display_name: the file's name as people know it
 *
 * Returns: (transfer full): a sentence or two in the user's language: the file, where in it, what is wrong,
 * and what can be done
 */
char *
tori_storage_error_describe (const GError *error, const char *display_name)
{
  g_autofree char *what = NULL;
  const char *path;

  g_return_val_if_fail (error != NULL && display_name != NULL, NULL);

  what = describe_what (error);
  path = tori_storage_error_get_path (error);
  if (tori_storage_error_get_line (error) > 0)
    /* Translators: a file's name, a line and a character in that line, and a sentence about what is wrong
     * there. */
    return g_strdup_printf (_ ("%s, line %u, character %u: %s"), display_name,
                            tori_storage_error_get_line (error), tori_storage_error_get_column (error), what);
  if (path && *path != '\0')
    /* Translators: a file's name, a place in its data such as pillars[2].title, and a sentence about what is
     * wrong there. */
    return g_strdup_printf (_ ("%s, at %s: %s"), display_name, path, what);
  /* Translators: a file's name, and a sentence about what is wrong with it. */
  return g_strdup_printf (_ ("%s: %s"), display_name, what);
}

/**
 * tori_storage_words_name_other:
 * @name: a file's name
 * @n: the how manieth, from 1
 *
 * Returns: (transfer full): a name for the content that somebody else saved there in the same moment; it
 * tells what it is, and keeps the ending
 */
char *
tori_storage_words_name_other (const char *name, guint n)
{
  const char *ending = strrchr (name, '.');
  g_autofree char *stem = NULL;

  if (!ending || ending == name)
    ending = name + strlen (name);
  stem = g_strndup (name, ending - name);

  /* Translators: the name of a file that somebody else saved in the same moment as you; the first %s is the
   * name of your file, %u a number from 1, the second %s the ending such as .torikumi. It must be good as a
   * file's name. */
  return g_strdup_printf (_ ("%s (saved by somebody else %u)%s"), stem, n, ending);
}
