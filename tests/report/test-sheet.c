/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-paint.h"

/* Small sheets of three columns: 番号, 題名, 本文. */

static const double columns[] = { 30, 80, 250 };

/* What a row is filled with. Each paragraph of the text is N_LINES lines of one character. */
typedef struct
{
  const char *number;
  const char *title;
  guint n_paragraphs;
  guint n_lines;
  gboolean headings;
} Content;

static guint n_filled;

static ToriSheet *
create_sheet (void)
{
  static const ToriSheetSize size = { 400, 300, 20, 20, 20, 30, 10 };
  g_autoptr (GError) error = NULL;
  ToriSheet *sheet = tori_sheet_new (&size, &error);

  g_assert_no_error (error);
  n_filled = 0;
  return sheet;
}

static ToriSection *
add_section (ToriSheet *sheet)
{
  ToriSection *section = tori_sheet_add_section (sheet, columns, G_N_ELEMENTS (columns), FALSE);

  tori_section_add_header (section, 0, 2, 0, 1, "番号");
  tori_section_add_header (section, 0, 2, 1, 1, "題名");
  tori_section_add_header (section, 0, 1, 2, 1, "本文");
  tori_section_add_header (section, 1, 1, 2, 1, "内訳");
  return section;
}

/* The character of a paragraph: another one for each. */
static gunichar
get_char (guint paragraph)
{
  return 0x5000 + paragraph;
}

static void
add_paragraph (ToriCellWriter *writer, guint paragraph, guint n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* 24 letters of 10 points to a line of 244. */
  for (guint i = 0; i < n_lines * 24; i++)
    g_string_append_unichar (text, get_char (paragraph));
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = text->str });
}

static void
fill_row (ToriCellWriter *writer, gpointer data)
{
  const Content *content = data;
  ToriParagraph number = { TORI_STYLE_NAME, TORI_ALIGN_CENTER, .text = content->number };
  ToriParagraph title = { TORI_STYLE_NAME, .text = content->title };

  n_filled++;
  tori_cell_begin (writer, 0, 1, TORI_CELL_PLAIN);
  tori_cell_add (writer, &number);
  tori_cell_repeat (writer, &number, "");
  tori_cell_begin (writer, 1, 1, TORI_CELL_PLAIN);
  tori_cell_add (writer, &title);
  tori_cell_repeat (writer, &title, "（つづき）");
  tori_cell_begin (writer, 2, 1, TORI_CELL_PLAIN);
  for (guint i = 0; i < content->n_paragraphs; i++)
    {
      if (content->headings)
        tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_STRONG, .keep = TRUE, .text = "＜見出し＞" });
      add_paragraph (writer, i, content->n_lines);
      tori_cell_add_rule (writer);
    }
}

static void
fill_band (ToriCellWriter *writer, gpointer data)
{
  ToriParagraph paragraph = { TORI_STYLE_BAND, .text = data };

  tori_cell_begin (writer, 0, 3, TORI_CELL_HEADER);
  tori_cell_add (writer, &paragraph);
  tori_cell_repeat (writer, &paragraph, "（つづき）");
}

/* The lines of a page, each as "text" or, when it is repeated, "=text". */
static void
take_line (const ToriPageLine *line, gpointer user_data)
{
  g_assert_cmpfloat (line->y, >=, line->cell_y - 0.01);
  g_assert_cmpfloat (line->y + line->height, <=, line->cell_y + line->cell_height + 0.01);
  g_assert_cmpfloat (line->y + line->height, <=, 300);
  g_ptr_array_add (user_data, g_strconcat (line->repeated ? "=" : "", line->text, NULL));
}

static GPtrArray *
list_lines (ToriSheet *sheet, guint page)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  tori_sheet_foreach_line (sheet, page, take_line, lines);
  return lines;
}

static gboolean
has_line (GPtrArray *lines, const char *text)
{
  return g_ptr_array_find_with_equal_func (lines, text, g_str_equal, NULL);
}

static void
test_row_of_any_height (void)
{
  g_autoptr (ToriSheet) sheet = create_sheet ();
  ToriSection *section = add_section (sheet);
  Content content = { "7", "窓口の見直し", 30, 5, TRUE };
  guint n_lines = 0;

  tori_section_add_row (section, TORI_ROW_BODY, fill_row, &content, NULL);
  g_assert_cmpuint (tori_sheet_get_n_pages (sheet), >, 8);
  for (guint page = 0; page < tori_sheet_get_n_pages (sheet); page++)
    {
      g_autoptr (GPtrArray) lines = list_lines (sheet, page);

      g_assert_true (has_line (lines, "=番号"));
      g_assert_true (has_line (lines, "=内訳"));
      g_assert_true (has_line (lines, page == 0 ? "7" : "=7"));
      if (page > 0)
        g_assert_true (has_line (lines, "=（つづき）"));
      for (guint i = 0; i < lines->len; i++)
        n_lines += *(const char *) lines->pdata[i] == '=' ? 0 : 1;
    }
  /* Number, title, and each paragraph with its heading, once. */
  g_assert_cmpuint (n_lines, ==, 2 + 30 * 6);
}

/* Two lines of a paragraph stay together, and a heading with its text. */
static void
test_what_stays_together (void)
{
  for (guint n_lines = 1; n_lines < 9; n_lines++)
    {
      g_autoptr (ToriSheet) sheet = create_sheet ();
      ToriSection *section = add_section (sheet);
      Content content = { "1", "題名", 40, n_lines, TRUE };

      tori_section_add_row (section, TORI_ROW_BODY, fill_row, &content, NULL);
      for (guint page = 0; page < tori_sheet_get_n_pages (sheet); page++)
        {
          g_autoptr (GPtrArray) lines = list_lines (sheet, page);
          const char *last = lines->pdata[lines->len - 2]; /* the last one is the page's number */

          g_assert_cmpstr (last, !=, "＜見出し＞");
          for (guint i = 0; i < content.n_paragraphs; i++)
            {
              guint n = 0;

              for (guint l = 0; l < lines->len; l++)
                n += g_utf8_get_char (lines->pdata[l]) == get_char (i) ? 1 : 0;
              if (n > 0)
                g_assert_cmpuint (n, >=, MIN (2, n_lines));
            }
        }
    }
}

static void
test_bands (void)
{
  g_autoptr (ToriSheet) sheet = create_sheet ();
  ToriSection *section = add_section (sheet);
  Content content = { "1", "題名", 2, 3, FALSE };
  gboolean repeated = FALSE;

  for (guint band = 0; band < 12; band++)
    {
      tori_section_add_row (section, TORI_ROW_BAND, fill_band, (gpointer) "Ⅰ　便利な窓口", NULL);
      for (guint i = 0; i < 1 + band % 4; i++)
        tori_section_add_row (section, TORI_ROW_BODY, fill_row, &content, NULL);
    }
  for (guint page = 0; page < tori_sheet_get_n_pages (sheet); page++)
    {
      g_autoptr (GPtrArray) lines = list_lines (sheet, page);
      const char *last = lines->pdata[lines->len - 2];

      /* Never at the foot; on each page the first thing under the header. */
      g_assert_cmpstr (last, !=, "Ⅰ　便利な窓口");
      g_assert_true (g_str_has_prefix (lines->pdata[4], "Ⅰ") || g_str_has_prefix (lines->pdata[4], "=Ⅰ"));
      repeated = repeated || has_line (lines, "=Ⅰ　便利な窓口（つづき）");
    }
  g_assert_true (repeated);
}

static void
append_solid (ToriSheet *sheet, GString *text)
{
  for (guint page = 0; page < tori_sheet_get_n_pages (sheet); page++)
    {
      g_autoptr (GPtrArray) lines = list_lines (sheet, page);

      for (guint i = 0; i < lines->len; i++)
        {
          if (*(const char *) lines->pdata[i] != '=')
            g_string_append (text, lines->pdata[i]);
        }
    }
}

/* Titles that fill pages by themselves come through whole. */
static void
test_endless_titles (void)
{
  g_autoptr (ToriSheet) sheet = create_sheet ();
  ToriSection *section = add_section (sheet);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  Content content = { "1", NULL, 0, 0, FALSE };

  for (guint i = 0; i < 2000; i++)
    g_string_append_unichar (title, 0x4e00 + i);
  content.title = title->str;
  g_string_printf (expected, "%s1%s%s", title->str, title->str, title->str);
  tori_section_add_row (section, TORI_ROW_BAND, fill_band, title->str, NULL);
  tori_section_add_row (section, TORI_ROW_BODY, fill_row, &content, NULL);
  tori_section_add_row (section, TORI_ROW_PLAIN, fill_band, title->str, NULL);
  append_solid (sheet, text);
  g_assert_cmpstr (text->str, ==, expected->str);
}

/* Each page has at its foot what was wanted when its table was added, and its number. */
static void
test_feet (void)
{
  g_autoptr (ToriSheet) sheet = create_sheet ();
  Content content = { "1", "題名", 30, 5, FALSE };
  guint n_pages;

  for (guint i = 0; i < 2; i++)
    {
      ToriSection *section;

      tori_sheet_set_foot (sheet, i == 0 ? "総務部" : "市民部", "みほん市");
      section = tori_sheet_add_section (sheet, columns, G_N_ELEMENTS (columns), TRUE);
      tori_section_add_row (section, TORI_ROW_BODY, fill_row, &content, NULL);
    }
  n_pages = tori_sheet_get_n_pages (sheet);
  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr (GPtrArray) lines = list_lines (sheet, page);
      g_autofree char *number = g_strdup_printf ("=%u / %u", page + 1, n_pages);

      g_assert_true (has_line (lines, page < n_pages / 2 ? "=総務部" : "=市民部"));
      g_assert_true (has_line (lines, number));
      g_assert_true (has_line (lines, "=みほん市"));
    }
}

/* A row that fits on a page is not begun where there is little room for it. */
static void
test_little_room (void)
{
  g_autoptr (ToriSheet) sheet = create_sheet ();
  ToriSection *section = add_section (sheet);
  Content first = { "1", "題名", 1, 12, FALSE };
  Content second = { "2", "題名", 1, 10, FALSE };
  g_autoptr (GPtrArray) lines = NULL;

  tori_section_add_row (section, TORI_ROW_BODY, fill_row, &first, NULL);
  tori_section_add_row (section, TORI_ROW_BODY, fill_row, &second, NULL);
  g_assert_cmpuint (tori_sheet_get_n_pages (sheet), ==, 2);
  lines = list_lines (sheet, 1);
  g_assert_true (has_line (lines, "2"));
}

/* Only the rows of the pages that are wanted are filled, and some that will be wanted next. */
static void
test_pages_are_made_when_wanted (void)
{
  g_autoptr (ToriSheet) sheet = create_sheet ();
  ToriSection *section = add_section (sheet);
  Content content = { "1", "題名", 2, 3, FALSE };
  guint n;

  for (guint i = 0; i < 1000; i++)
    {
      tori_section_add_row (section, TORI_ROW_BODY, fill_row, &content, NULL);
      tori_section_outline_row (section, 0, "題名");
    }
  g_assert_cmpuint (n_filled, ==, 0);
  g_assert_true (tori_sheet_advance (sheet, 2));
  g_assert_cmpuint (n_filled, <, 80);
  g_assert_cmpuint (tori_sheet_get_n_pages (sheet), >, 300);
  g_assert_cmpuint (n_filled, ==, 1000);
  g_assert_false (tori_sheet_advance (sheet, tori_sheet_get_n_pages (sheet)));
  tori_sheet_get_outline (sheet, &n);
  g_assert_cmpuint (n, ==, 1000);
}

static void
fill_link (ToriCellWriter *writer, gpointer data)
{
  tori_cell_begin (writer, 0, 3, TORI_CELL_PLAIN);
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = "目次" });
  tori_cell_add (writer, &(ToriParagraph){ TORI_STYLE_BODY, .text = "題名へ", .link = "here" });
}

static void
take_link (const ToriPageArea *area, gpointer user_data)
{
  g_ptr_array_add (user_data, g_strconcat (area->text, ">", area->link, NULL));
}

/* A paragraph leads to a row by its name, wherever that stands. */
static void
test_links (void)
{
  g_autoptr (ToriSheet) sheet = create_sheet ();
  ToriSection *section = tori_sheet_add_section (sheet, columns, G_N_ELEMENTS (columns), FALSE);
  Content content = { "1", "題名", 12, 4, FALSE };
  g_autoptr (GPtrArray) areas = g_ptr_array_new_with_free_func (g_free);
  guint page;
  double y;

  tori_section_add_row (section, TORI_ROW_PLAIN, fill_link, NULL, NULL);
  for (guint i = 0; i < 2; i++)
    tori_section_add_row (section, TORI_ROW_BODY, fill_row, &content, NULL);
  tori_section_name_row (section, "here");
  tori_sheet_get_n_pages (sheet);
  tori_sheet_foreach_area (sheet, 0, take_link, areas);
  g_assert_cmpstr (areas->pdata[0], ==, "目次>");
  g_assert_cmpstr (areas->pdata[1], ==, "題名へ>here");
  g_assert_true (tori_sheet_find_target (sheet, "here", &page, &y));
  g_assert_cmpuint (page, >, 1);
  g_assert_cmpfloat (y, >=, 20);
}

static void
take_foot (const ToriPageLine *line, gpointer user_data)
{
  if (line->y > 270)
    g_string_append_printf (user_data, "%s;", line->text);
}

static char *
read_foot (ToriSheet *sheet, guint page)
{
  GString *foot = g_string_new (NULL);

  tori_sheet_foreach_line (sheet, page, take_foot, foot);
  return g_string_free (foot, FALSE);
}

/* The pages of each part are counted on their own, and the end is known when the next has begun. */
static void
test_parts (void)
{
  static const char *const feet[] = { "1 / 3;", "2 / 3;", "3 / 3;", "1 / 1;", "1 / 2;", "2 / 2;" };
  static const char *const labels[] = { "甲 1", "甲 2", "甲 3", "乙 1", "甲 1", "甲 2" };
  g_autoptr (ToriSheet) sheet = create_sheet ();
  Content contents[] = { { "1", "題名", 36, 1 }, { "2", "題名", 2, 1 }, { "3", "題名", 18, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      tori_sheet_begin_part (sheet, i == 1 ? "乙" : "甲");
      tori_section_add_row (tori_sheet_add_section (sheet, columns, G_N_ELEMENTS (columns), TRUE),
                            TORI_ROW_BODY, fill_row, &contents[i], NULL);
    }
  g_assert_true (tori_sheet_advance (sheet, 0));
  {
    g_autofree char *unknown = read_foot (sheet, 0);

    g_assert_cmpstr (unknown, ==, "1;");
  }
  g_assert_cmpuint (tori_sheet_get_n_pages (sheet), ==, G_N_ELEMENTS (feet));
  for (guint i = 0; i < G_N_ELEMENTS (feet); i++)
    {
      g_autofree char *foot = read_foot (sheet, i);
      g_autofree char *label = tori_sheet_dup_page_label (sheet, i);

      g_assert_cmpstr (foot, ==, feet[i]);
      g_assert_cmpstr (label, ==, labels[i]);
    }
}

static void
fill_empty (ToriCellWriter *writer, gpointer data)
{
  tori_cell_begin (writer, 0, 1, TORI_CELL_PLAIN);
}

static void
take_empty (const ToriPageArea *area, gpointer user_data)
{
  if (*area->text == '\0')
    *(ToriPageArea *) user_data = *area;
}

/* A row for stamps: empty, high enough, and where the table was put. */
static void
test_room_for_stamps (void)
{
  static const double aligned[] = { [TORI_ALIGN_START] = 20, 175, 330 };
  static const double box = 50;

  for (ToriAlign align = TORI_ALIGN_START; align <= TORI_ALIGN_END; align++)
    {
      g_autoptr (ToriSheet) sheet = create_sheet ();
      ToriSection *section = tori_sheet_add_section (sheet, &box, 1, FALSE);
      ToriPageArea area = { 0 };

      tori_section_set_align (section, align);
      tori_section_add_header (section, 0, 1, 0, 1, "課長");
      tori_section_add_row (section, TORI_ROW_BODY, fill_empty, NULL, NULL);
      tori_section_set_row_height (section, 48);
      g_assert_cmpuint (tori_sheet_get_n_pages (sheet), ==, 1);
      tori_sheet_foreach_area (sheet, 0, take_empty, &area);
      g_assert_cmpfloat (area.height, ==, 48);
      g_assert_cmpfloat (area.width, ==, 50);
      g_assert_cmpfloat (area.x, ==, aligned[align]);
    }
}

/* It turns the page where there is no room for it. */
static void
test_no_room_for_stamps (void)
{
  g_autoptr (ToriSheet) sheet = create_sheet ();
  ToriSection *section = add_section (sheet);

  for (guint i = 0; i < 3; i++)
    {
      tori_section_add_row (section, TORI_ROW_BODY, fill_empty, NULL, NULL);
      tori_section_set_row_height (section, 100);
    }
  g_assert_cmpuint (tori_sheet_get_n_pages (sheet), ==, 2);
}

/* Rows that belong together begin on a page that has room for all of them, if that leaves little empty. */
static void
test_together (void)
{
  static const Content above = { "1", "上", 1, 7 };
  static const struct
  {
    guint n_lines; /* of each of two rows, below a row of seven and a header each */
    gboolean begins_here;
  } cases[] = { { 1, TRUE }, { 3, FALSE }, { 6, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Content below = { "2", "下", 1, cases[i].n_lines };
      g_autoptr (ToriSheet) sheet = create_sheet ();
      ToriSection *section = add_section (sheet);
      g_autoptr (GPtrArray) lines = NULL;

      tori_section_add_row (section, TORI_ROW_BODY, fill_row, (gpointer) &above, NULL);
      section = add_section (sheet);
      tori_section_keep_together (section);
      tori_section_add_row (section, TORI_ROW_BODY, fill_row, (gpointer) &below, NULL);
      tori_section_add_row (section, TORI_ROW_BODY, fill_row, (gpointer) &below, NULL);
      tori_sheet_get_n_pages (sheet);
      lines = list_lines (sheet, 0);
      g_test_message ("%u lines", cases[i].n_lines);
      g_assert_cmpint (has_line (lines, "下"), ==, cases[i].begins_here);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sheet/row-of-any-height", test_row_of_any_height);
  g_test_add_func ("/sheet/what-stays-together", test_what_stays_together);
  g_test_add_func ("/sheet/bands", test_bands);
  g_test_add_func ("/sheet/endless-titles", test_endless_titles);
  g_test_add_func ("/sheet/feet", test_feet);
  g_test_add_func ("/sheet/little-room", test_little_room);
  g_test_add_func ("/sheet/links", test_links);
  g_test_add_func ("/sheet/parts", test_parts);
  g_test_add_func ("/sheet/room-for-stamps", test_room_for_stamps);
  g_test_add_func ("/sheet/no-room-for-stamps", test_no_room_for_stamps);
  g_test_add_func ("/sheet/pages-are-made-when-wanted", test_pages_are_made_when_wanted);
  g_test_add_func ("/sheet/together", test_together);
  return g_test_run ();
}
