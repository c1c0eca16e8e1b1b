/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "support/tori-test-pdf.h"
#include "support/tori-test-program.h"

/* Paper does not depend on whose computer it comes from, and says no when it cannot be right. */

static GBytes *
print (const char *environment, const char *options)
{
  g_autofree char *line =
      g_strdup_printf ("report %s/shiomihara.torikumi -o - %s", g_getenv ("TORIKUMI_SAMPLES"), options);
  ToriTestResult result = { 0 };

  g_test_message ("%s %s", environment, options);
  tori_test_run_in (&result, environment, line, NULL);
  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpint (result.status, ==, 0);
  g_free (result.err);
  return g_bytes_new_take (result.out, result.length);
}

/* The same bytes in any locale and time zone, without a home, a printer or a session. */
static void
test_same_everywhere (void)
{
  static const struct
  {
    const char *environment;
    const char *options;
  } cases[] = {
    { "LC_ALL=C LANGUAGE= TZ=UTC", "" },
    { "LC_ALL=en_US.UTF-8 LANGUAGE=en TZ=America/St_Johns HOME=/nonexistent CUPS_SERVER=/nonexistent", "" },
    { "LC_ALL=de_DE.UTF-8 LANGUAGE=de TZ=Europe/Berlin", "" },
    { "LC_ALL=de_DE.UTF-8 LANGUAGE=de TZ=Europe/Berlin", "--kind division --paper A3 --font-size 7.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) here = print ("LC_ALL=ja_JP.UTF-8 LANGUAGE=ja TZ=Asia/Tokyo", cases[i].options);
      g_autoptr (GBytes) there = print (cases[i].environment, cases[i].options);

      g_assert_true (g_bytes_equal (here, there));
    }
}

/* That the locales are there, and differ: else the test above would show nothing. */
static void
test_locales (void)
{
  static const char *const names[] = { "de_DE.UTF-8", "en_US.UTF-8", "ja_JP.UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("LOCPATH"), names[i], "LC_NUMERIC", NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
write_fonts (const char *name, const char *selection)
{
  g_autofree char *config = g_strdup_printf ("<?xml version=\"1.0\"?>\n"
                                             "<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n"
                                             "<fontconfig><dir>/usr/share/fonts</dir>"
                                             "<cachedir>/var/cache/fontconfig</cachedir>"
                                             "<cachedir>%s/fonts</cachedir>%s</fontconfig>\n",
                                             g_get_user_data_dir (), selection);

  tori_test_write_file (name, config);
}

/* Without Japanese letters nothing is printed, rather than boxes. */
static void
test_no_font (void)
{
  static const char *const selections[] = {
    "<selectfont><rejectfont><pattern/></rejectfont></selectfont>",
    "<selectfont><rejectfont><glob>*CJK*</glob></rejectfont><rejectfont><pattern><patelt name=\"lang\">"
    "<string>ja</string></patelt></pattern></rejectfont></selectfont>",
  };
  g_autofree char *pdf = g_build_filename (g_get_user_data_dir (), "out.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_auto (ToriTestResult) english = { 0 };
      g_auto (ToriTestResult) japanese = { 0 };

      write_fonts ("fonts.conf", selections[i]);
      tori_test_run_in (&english, "LC_ALL=ja_JP.UTF-8 LANGUAGE=en FONTCONFIG_FILE=DIR/fonts.conf",
                        "report DATA/small.torikumi -o DIR/out.pdf", NULL);
      tori_test_run_in (&japanese, "LC_ALL=ja_JP.UTF-8 LANGUAGE=ja FONTCONFIG_FILE=DIR/fonts.conf",
                        "report DATA/small.torikumi -o DIR/out.pdf", NULL);
      tori_test_assert_contains (english.err, "no font on this computer has Japanese letters");
      tori_test_assert_contains (japanese.err, "日本語のフォントがない");
      g_assert_cmpint (english.status, ==, 3);
      g_assert_cmpint (japanese.status, ==, 3);
      g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
    }
}

/* Where only one kind of Japanese letters is there, all is printed in it, embedded and with its characters.
 */
static void
test_one_kind_of_font (void)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;

  write_fonts ("fonts.conf",
               "<selectfont><acceptfont><pattern><patelt name=\"family\"><string>Noto Sans CJK JP"
               "</string></patelt></pattern></acceptfont><rejectfont><pattern/></rejectfont>"
               "</selectfont>");
  pdf = print ("LC_ALL=ja_JP.UTF-8 LANGUAGE=ja FONTCONFIG_FILE=DIR/fonts.conf", "");
  fonts = tori_test_pdf_ask (pdf, "pdffonts PDF");
  lines = g_strsplit (fonts, "\n", -1);
  g_assert_cmpstr (strstr (fonts, "Serif"), ==, NULL);
  g_assert_cmpuint (g_strv_length (lines), >=, 4);
  for (guint i = 2; *lines[i] != '\0'; i++)
    tori_test_assert_contains (lines[i], "yes yes yes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli-paper/locales", test_locales);
  g_test_add_func ("/cli-paper/same-everywhere", test_same_everywhere);
  g_test_add_func ("/cli-paper/no-font", test_no_font);
  g_test_add_func ("/cli-paper/one-kind-of-font", test_one_kind_of_font);
  return g_test_run ();
}
