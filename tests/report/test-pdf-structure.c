/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-pages-private.h"
#include "report/tori-pdf.h"
#include "support/tori-test-pdf.h"
#include "support/tori-test-program.h"

/* What a PDF says about its pages to other programs: structure, links, outline, labels, language. */

static const double columns[] = { 40, 300 };

static void
fill_heading (ToriCellWriter *writer, gpointer data)
{
  tori_cell_begin (writer, 0, 1, TORI_CELL_HEADER);
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_HEADING, .text = data });
}

static void
fill_line (ToriCellWriter *writer, gpointer data)
{
  tori_cell_begin (writer, 0, 1, TORI_CELL_PLAIN);
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_LEAD, .text = data });
}

static void
fill_band (ToriCellWriter *writer, gpointer data)
{
  ToriParagraph paragraph = { TORI_STYLE_BAND, .text = data };

  tori_cell_begin (writer, 0, 2, TORI_CELL_HEADER);
  tori_cell_add (writer, &paragraph);
  tori_cell_repeat (writer, &paragraph, "（つづき）");
}

/* A row of some sixty lines, which goes over several pages. */
static void
fill_tall (ToriCellWriter *writer, gpointer data)
{
  ToriParagraph number = { TORI_STYLE_NAME, .text = data };

  tori_cell_begin (writer, 0, 1, TORI_CELL_PLAIN);
  tori_cell_add (writer, &number);
  tori_cell_repeat (writer, &number, "（つづき）");
  tori_cell_begin (writer, 1, 1, TORI_CELL_PLAIN);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = g_strdup_printf ("行%u。", i);

      tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = text });
    }
}

/* A cell of plain text, a link to @data, and a link to what is not there. */
static void
fill_links (ToriCellWriter *writer, gpointer data)
{
  tori_cell_begin (writer, 0, 1, TORI_CELL_PLAIN);
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = "目次" });
  tori_cell_begin (writer, 1, 1, TORI_CELL_PLAIN);
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = "前" });
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = "長い行", .link = data });
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = "後" });
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = "迷子", .link = "nowhere" });
}

static ToriSection *
add_table (ToriSheet *sheet, const char *header)
{
  ToriSection *section = tori_sheet_add_section (sheet, columns, G_N_ELEMENTS (columns), FALSE);

  tori_section_add_header (section, 0, 1, 0, 1, header);
  tori_section_add_header (section, 0, 1, 1, 1, "本文");
  return section;
}

/* A heading, a small table with links, and one that goes over several pages. */
static ToriPages *
create_pages (void)
{
  static const ToriSheetSize size = { 400, 300, 20, 20, 20, 30, 10 };
  g_autoptr (GError) error = NULL;
  ToriSheet *sheet = tori_sheet_new (&size, &error);
  ToriPagesInfo info = { g_strdup ("題（仮）"), g_strdup ("汐見原市"), g_strdup ("2020-03-31T00:00:00Z"),
                         "ja" };
  ToriSection *section;

  g_assert_no_error (error);
  tori_sheet_set_foot (sheet, "左の足", "右の足");
  section = tori_sheet_add_section (sheet, columns + 1, 1, FALSE);
  tori_section_add_row (section, TORI_ROW_PLAIN, fill_heading, (gpointer) "見出し", NULL);
  tori_section_add_row (section, TORI_ROW_PLAIN, fill_line, (gpointer) "前書き", NULL);
  section = add_table (sheet, "一覧");
  tori_section_add_row (section, TORI_ROW_BODY, fill_links, (gpointer) "row:(2)", NULL);
  section = add_table (sheet, "番号");
  tori_section_add_row (section, TORI_ROW_BAND, fill_band, (gpointer) "柱", NULL);
  tori_section_outline_row (section, 0, "柱");
  tori_section_add_row (section, TORI_ROW_BODY, fill_tall, (gpointer) "一", NULL);
  tori_section_outline_row (section, 1, "一（あ）");
  tori_section_add_row (section, TORI_ROW_BODY, fill_tall, (gpointer) "二", NULL);
  tori_section_outline_row (section, 1, "二 \\ <い>");
  tori_section_name_row (section, "row:(2)");
  return tori_pages_new (sheet, info);
}

static GBytes *
create_pdf (ToriPages *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tori_pages_to_pdf (pages, &error);

  g_assert_no_error (error);
  return pdf;
}

static guint
count (const char *text, const char *part)
{
  g_auto (GStrv) pieces = g_strsplit (text, part, -1);

  return g_strv_length (pieces) - 1;
}

/* A screen reader meets each heading and each table once, however many pages they go over, and no foot. */
static void
test_structure (void)
{
  g_autoptr (ToriPages) pages = create_pages ();
  g_autoptr (GBytes) pdf = create_pdf (pages);
  g_autofree char *text = tori_test_pdf_ask (pdf, "pdfinfo -struct-text PDF");
  guint n_pages = tori_pages_get_n_pages (pages);

  g_assert_cmpuint (n_pages, >, 5);
  tori_test_assert_contains (text, "Document\n"
                                   "  H1 (block)\n    \"見出し\"\n"
                                   "  P (block)\n    \"前書き\"\n"
                                   "  Table (block)\n    TR\n"
                                   "      TH\n        \"一覧\"\n      TH\n        \"本文\"\n"
                                   "    TR\n      TD\n        \"目次\"\n"
                                   "      TD\n        P (block)\n          \"前\"\n"
                                   "        Link (inline)\n");
  g_assert_cmpuint (count (text, "Table (block)"), ==, 2);
  g_assert_cmpuint (count (text, "\"番号\""), ==, 1);
  g_assert_cmpuint (count (text, "\"柱\""), ==, 1);
  g_assert_cmpuint (count (text, "\"一\""), ==, 1);
  g_assert_cmpuint (count (text, "柱（つづき）"), ==, 0);
  g_assert_cmpuint (count (text, "の足"), ==, 0);
  g_assert_cmpuint (count (text, "つづき"), ==, n_pages - 1);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *line = g_strdup_printf ("行%u。", i);

      g_assert_cmpuint (count (text, line), ==, 2);
    }
}

static void
test_links (void)
{
  g_autoptr (ToriPages) pages = create_pages ();
  g_autoptr (GBytes) pdf = create_pdf (pages);
  g_autofree char *text = tori_test_pdf_ask (pdf, "pdfinfo -struct-text PDF");
  g_autofree char *html = tori_test_pdf_ask (pdf, "pdftohtml -xml -i -stdout PDF");
  g_autofree char *link = NULL;
  guint page;
  double y;

  g_assert_true (tori_pages_find_target (pages, "row:(2)", &page, &y));
  g_assert_cmpuint (page, >, 1);
  link = g_strdup_printf ("#%u\">長い行</a>", page + 1);
  tori_test_assert_contains (html, link);
  g_assert_cmpuint (count (html, "<a "), ==, 1);
  tori_test_assert_contains (text, "\"長い行\"\n        P (block)\n          \"後迷子\"\n");
}

static void
test_outline (void)
{
  g_autoptr (ToriPages) pages = create_pages ();
  g_autoptr (GBytes) pdf = create_pdf (pages);
  g_autofree char *html = tori_test_pdf_ask (pdf, "pdftohtml -xml -i -stdout PDF");
  g_autofree char *outline = NULL;
  guint page;
  double y;

  g_assert_true (tori_pages_find_target (pages, "row:(2)", &page, &y));
  outline = g_strdup_printf ("<outline>\n"
                             "<item page=\"1\">柱</item>\n"
                             "<outline>\n"
                             "<item page=\"1\">一（あ）</item>\n"
                             "<item page=\"%u\">二 \\ &lt;い&gt;</item>\n"
                             "</outline>\n"
                             "</outline>\n",
                             page + 1);
  tori_test_assert_contains (html, outline);
}

/* The bytes of a PDF as text; what is packed in it does not matter here. */
static char *
read_objects (GBytes *pdf)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  char *text = g_memdup2 (data, length + 1);

  text[length] = '\0';
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\0' || (text[i] & 0x80) != 0)
        text[i] = '?';
    }
  return text;
}

/* The language stands in the catalog, and the file is still sound. */
static void
test_catalog (void)
{
  g_autoptr (ToriPages) pages = create_pages ();
  g_autoptr (GBytes) pdf = create_pdf (pages);
  g_autofree char *objects = read_objects (pdf);
  g_autofree char *info = tori_test_pdf_ask (pdf, "pdfinfo PDF");

  tori_test_assert_contains (objects, "<< /Type /Catalog\n   /Lang (ja)\n");
  g_assert_cmpuint (count (objects, "/PageLabels "), ==, 0);
  tori_test_assert_contains (info, "Title:           題（仮）\n");
  tori_test_assert_contains (info, "Author:          汐見原市\n");
  tori_test_assert_contains (info, "Tagged:          yes\n");
}

/* Where parts count their own pages, a page is called by its part and the number that is printed on it. */
static void
test_labels (void)
{
  static const ToriSheetSize size = { 400, 300, 20, 20, 20, 30, 10 };
  ToriPagesInfo info = { g_strdup (""), g_strdup (""), g_strdup ("2020-03-31T00:00:00Z"), "en" };
  ToriSheet *sheet = tori_sheet_new (&size, NULL);
  g_autoptr (ToriPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *objects = NULL;
  static const char *const parts[] = { "A", "B" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      tori_sheet_begin_part (sheet, parts[i]);
      for (guint k = 0; k < 2; k++)
        {
          ToriSection *section = tori_sheet_add_section (sheet, columns + 1, 1, TRUE);

          tori_section_add_row (section, TORI_ROW_PLAIN, fill_line, (gpointer) "行", NULL);
        }
    }
  pages = tori_pages_new (sheet, info);
  pdf = create_pdf (pages);
  objects = read_objects (pdf);
  tori_test_assert_contains (objects, "   /Lang (en)\n");
  tori_test_assert_contains (objects, "<< /Nums [\n   0 << /S /D /St 1 /P (A ) >>\n"
                                      "   2 << /S /D /St 1 /P (B ) >>\n");
}

/* Written in pieces it is the same file, and the fraction goes up from 0 to 1. */
static void
test_pieces (void)
{
  g_autoptr (ToriPages) pages = create_pages ();
  g_autoptr (ToriPages) again = create_pages ();
  g_autoptr (GBytes) whole = create_pdf (again);
  g_autoptr (ToriPdf) pdf = tori_pdf_new (pages);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  double before = tori_pdf_get_fraction (pdf);
  guint n = 1;

  g_assert_cmpfloat (before, ==, 0);
  while (!tori_pdf_work (pdf, 0))
    {
      double fraction = tori_pdf_get_fraction (pdf);

      g_assert_cmpfloat (fraction, >=, before);
      g_assert_cmpfloat (fraction, <, 1);
      before = fraction;
      n++;
    }
  g_assert_cmpuint (n, >, tori_pages_get_n_pages (pages));
  g_assert_cmpfloat (tori_pdf_get_fraction (pdf), ==, 1);
  bytes = tori_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), g_bytes_get_data (whole, NULL),
                   g_bytes_get_size (whole));
}

/* Given up in the middle, or before it was begun. */
static void
test_given_up (void)
{
  for (guint n = 0; n < 12; n++)
    {
      g_autoptr (ToriPages) pages = create_pages ();
      g_autoptr (ToriPdf) pdf = tori_pdf_new (pages);

      for (guint i = 0; i < n; i++)
        tori_pdf_work (pdf, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/pdf-structure/structure", test_structure);
  g_test_add_func ("/pdf-structure/links", test_links);
  g_test_add_func ("/pdf-structure/outline", test_outline);
  g_test_add_func ("/pdf-structure/catalog", test_catalog);
  g_test_add_func ("/pdf-structure/labels", test_labels);
  g_test_add_func ("/pdf-structure/pieces", test_pieces);
  g_test_add_func ("/pdf-structure/given-up", test_given_up);
  return g_test_run ();
}
