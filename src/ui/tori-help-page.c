/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-help-page.h"

#include "ui/tori-help-node.h"

/*
 * The manual is written in Mallard (projectmallard.org), so that the desktop's reader of manuals can show it
 * too. On staff PCs there is none, and a sandbox could not hand its files to it; so the program shows the
 * pages itself, as far as it uses the language: sections, paragraphs, lists, steps, terms, tables, notes,
 * pictures, and the marks for keys, words of the interface, files and links.
 */
struct _ToriHelpPage
{
  char *id;
  char *path;
  char *title;
  char *text; /* all words of it, to be searched */
  ToriHelpNode *top, *root;
};

/* The order in which they are read; the pages themselves have none. */
static const char *const ids[] = { "index",    "start",     "entry", "schedule", "find",
                                   "printing", "totals",    "year",  "settings", "safety",
                                   "shared",   "shortcuts", "admin", "format" };

#define PICTURE_WIDTH 640

/* --- Reading --- */

static char *
find_folder (void)
{
  const char *built = DEVEL ? g_getenv ("TORIKUMI_HELP") : NULL;
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *folder = built != NULL ? g_build_filename (built, languages[i], NULL)
                                              : g_build_filename (HELPDIR, languages[i], "torikumi", NULL);

      if (g_file_test (folder, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&folder);
    }
  return NULL;
}

static ToriHelpPage *
read_page (const char *folder, const char *id)
{
  g_autofree char *name = g_strconcat (id, ".page", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  ToriHelpNode *top = tori_help_node_parse (path);
  ToriHelpNode *root = top == NULL ? NULL : tori_help_node_find (top, "page");
  ToriHelpPage *self;

  if (root == NULL)
    {
      g_clear_pointer (&top, tori_help_node_free);
      return NULL;
    }
  self = g_new0 (ToriHelpPage, 1);
  self->top = top;
  self->root = root;
  self->id = g_strdup (id);
  self->path = g_steal_pointer (&path);
  self->title = tori_help_node_get_words (tori_help_node_find (root, "title"));
  self->text = tori_help_node_get_words (root);
  return self;
}

void
tori_help_page_free (ToriHelpPage *self)
{
  tori_help_node_free (self->top);
  g_free (self->id);
  g_free (self->path);
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

/**
 * tori_help_page_list:
 *
 * Returns: (transfer full) (element-type ToriHelpPage): the pages in the order in which they are read; none
 * where the manual is not installed
 */
GPtrArray *
tori_help_page_list (void)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tori_help_page_free);
  g_autofree char *folder = find_folder ();

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (ids); i++)
    {
      ToriHelpPage *page = read_page (folder, ids[i]);

      if (page != NULL)
        g_ptr_array_add (pages, page);
    }
  return pages;
}

const char *
tori_help_page_get_id (ToriHelpPage *self)
{
  return self->id;
}

const char *
tori_help_page_get_title (ToriHelpPage *self)
{
  return self->title;
}

/**
 * tori_help_page_get_text:
 * @self: a page
 *
 * Returns: (transfer none): all words of the page, to search in
 */
const char *
tori_help_page_get_text (ToriHelpPage *self)
{
  return self->text;
}

/* --- Words within a paragraph --- */

static const char *
find_title (GPtrArray *pages, const char *id)
{
  for (guint i = 0; i < pages->len; i++)
    {
      ToriHelpPage *page = pages->pdata[i];

      if (g_strcmp0 (page->id, id) == 0)
        return page->title;
    }
  return id;
}

static void append_inline (GString *markup, const ToriHelpNode *node, GPtrArray *pages);

static void
append_children (GString *markup, const ToriHelpNode *node, GPtrArray *pages)
{
  for (guint i = 0; i < node->children->len; i++)
    append_inline (markup, node->children->pdata[i], pages);
}

static void
append_link (GString *markup, const ToriHelpNode *node, GPtrArray *pages)
{
  const char *page = tori_help_node_get (node, "xref");
  const char *address = tori_help_node_get (node, "href");
  g_autofree char *target = g_markup_escape_text (page != NULL ? page : address, -1);

  g_string_append_printf (markup, "<a href=\"%s\">", target);
  if (node->children->len > 0)
    append_children (markup, node, pages);
  else
    {
      g_autofree char *title = g_markup_escape_text (find_title (pages, page), -1);

      g_string_append (markup, title);
    }
  g_string_append (markup, "</a>");
}

/* Keys that are pressed together. */
static void
append_keys (GString *markup, const ToriHelpNode *node, GPtrArray *pages)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < node->children->len; i++)
    {
      const ToriHelpNode *child = node->children->pdata[i];
      if (!tori_help_node_is (child, "key"))
        continue;
      if (!is_first)
        g_string_append_c (markup, '+');
      append_inline (markup, child, pages);
      is_first = FALSE;
    }
}

static void
append_inline (GString *markup, const ToriHelpNode *node, GPtrArray *pages)
{
  /* Slanted Japanese is hard to read: what stands out is bold. */
  static const struct
  {
    const char *name, *tag;
  } marks[] = { { "em", "b" },    { "gui", "b" },  { "key", "tt" },   { "file", "tt" },
                { "code", "tt" }, { "cmd", "tt" }, { "input", "tt" }, { "sys", "tt" } };

  if (node->text != NULL)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autofree char *escaped = NULL;

      if (markup->len > 0 && g_ascii_isspace (*node->text))
        g_string_append_c (markup, ' ');
      tori_help_append_words (words, node->text);
      escaped = g_markup_escape_text (words->str, -1);
      g_string_append (markup, escaped);
      return;
    }
  if (tori_help_node_is (node, "link"))
    append_link (markup, node, pages);
  else if (tori_help_node_is (node, "keyseq"))
    append_keys (markup, node, pages);
  else
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
      if (tori_help_node_is (node, marks[i].name))
        {
          g_string_append_printf (markup, "<%s>", marks[i].tag);
          append_children (markup, node, pages);
          g_string_append_printf (markup, "</%s>", marks[i].tag);
        }
}

/* --- Blocks --- */

typedef struct
{
  ToriHelpPage *page;
  GPtrArray *pages;
} Builder;

static void append_blocks (GtkBox *box, const ToriHelpNode *node, const Builder *builder);

static GtkWidget *
make_box (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

static GtkWidget *
make_label (const ToriHelpNode *node, const Builder *builder, const char *style, GtkAccessibleRole role)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  append_children (markup, node, builder->pages);
  g_strstrip (markup->str);
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_paragraph (const ToriHelpNode *node, const Builder *builder)
{
  return make_label (node, builder, NULL, GTK_ACCESSIBLE_ROLE_LABEL);
}

static GtkWidget *
make_list (const ToriHelpNode *node, const Builder *builder)
{
  const gboolean is_steps = tori_help_node_is (node, "steps");
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < node->children->len; i++)
    {
      const ToriHelpNode *child = node->children->pdata[i];
      g_autofree char *sign = is_steps ? g_strdup_printf ("%d.", row + 1) : g_strdup ("・");
      GtkWidget *mark, *box;

      if (!tori_help_node_is (child, "item"))
        continue;
      mark = gtk_label_new (sign);
      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_label_set_xalign (GTK_LABEL (mark), 1);
      box = make_box (6);
      gtk_widget_set_hexpand (box, TRUE);
      append_blocks (GTK_BOX (box), child, builder);
      gtk_grid_attach (GTK_GRID (grid), mark, 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), box, 1, row, 1, 1);
      row++;
    }
  return grid;
}

static GtkWidget *
make_terms (const ToriHelpNode *node, const Builder *builder)
{
  GtkWidget *box = make_box (8);

  for (guint i = 0; i < node->children->len; i++)
    {
      const ToriHelpNode *child = node->children->pdata[i];
      const ToriHelpNode *title =
          tori_help_node_is (child, "item") ? tori_help_node_find (child, "title") : NULL;
      GtkWidget *inner;

      if (title == NULL)
        continue;
      inner = make_box (6);
      gtk_widget_set_margin_start (inner, 24);
      append_blocks (GTK_BOX (inner), child, builder);
      gtk_box_append (GTK_BOX (box), make_label (title, builder, "heading", GTK_ACCESSIBLE_ROLE_LABEL));
      gtk_box_append (GTK_BOX (box), inner);
    }
  return box;
}

static GtkWidget *
make_table (const ToriHelpNode *node, const Builder *builder)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < node->children->len; i++)
    {
      const ToriHelpNode *tr = node->children->pdata[i];
      int column = 0;

      if (!tori_help_node_is (tr, "tr"))
        continue;
      for (guint k = 0; k < tr->children->len; k++)
        {
          const ToriHelpNode *td = tr->children->pdata[k];
          GtkWidget *box;

          if (!tori_help_node_is (td, "td"))
            continue;
          box = make_box (6);
          gtk_widget_set_hexpand (box, column > 0);
          append_blocks (GTK_BOX (box), td, builder);
          gtk_grid_attach (GTK_GRID (grid), box, column++, row, 1, 1);
        }
      row++;
    }
  return grid;
}

static GtkWidget *
make_note (const ToriHelpNode *node, const Builder *builder)
{
  GtkWidget *frame = make_box (6);

  gtk_widget_add_css_class (frame, "tori-help-note");
  append_blocks (GTK_BOX (frame), node, builder);
  return frame;
}

/* As wide as the page lets it be, and its words for those who do not see it. */
static GtkWidget *
make_picture (const ToriHelpNode *node, const Builder *builder)
{
  const char *source = tori_help_node_get (node, "src");
  g_autofree char *folder = g_path_get_dirname (builder->page->path);
  g_autofree char *path = g_build_filename (folder, source, NULL);
  g_autofree char *words = tori_help_node_get_words (node);
  GtkWidget *picture = gtk_picture_new_for_filename (path);
  GdkPaintable *paintable = gtk_picture_get_paintable (GTK_PICTURE (picture));
  const double ratio = paintable == NULL ? 0 : gdk_paintable_get_intrinsic_aspect_ratio (paintable);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), words);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_size_request (picture, -1, ratio > 0 ? (int) (PICTURE_WIDTH / ratio) : -1);
  gtk_widget_add_css_class (picture, "tori-help-picture");
  return picture;
}

static GtkWidget *
make_code (const ToriHelpNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  tori_help_node_collect (node, text);
  gtk_label_set_label (GTK_LABEL (label), g_strstrip (text->str));
  /* A command that is broken into two lines must not get a hyphen there. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "tori-help-note");
  return label;
}

static GtkWidget *
make_section (const ToriHelpNode *node, const Builder *builder)
{
  GtkWidget *box = make_box (12);
  const ToriHelpNode *title = tori_help_node_find (node, "title");

  gtk_widget_set_margin_top (box, 12);
  if (title != NULL)
    gtk_box_append (GTK_BOX (box), make_label (title, builder, "title-3", GTK_ACCESSIBLE_ROLE_HEADING));
  append_blocks (GTK_BOX (box), node, builder);
  return box;
}

static GtkWidget *
make_block (const ToriHelpNode *node, const Builder *builder)
{
  if (tori_help_node_is (node, "p"))
    return make_paragraph (node, builder);
  if (tori_help_node_is (node, "list") || tori_help_node_is (node, "steps"))
    return make_list (node, builder);
  if (tori_help_node_is (node, "terms"))
    return make_terms (node, builder);
  if (tori_help_node_is (node, "table"))
    return make_table (node, builder);
  if (tori_help_node_is (node, "note"))
    return make_note (node, builder);
  if (tori_help_node_is (node, "media"))
    return make_picture (node, builder);
  if (tori_help_node_is (node, "screen"))
    return make_code (node);
  if (tori_help_node_is (node, "section"))
    return make_section (node, builder);
  return NULL; /* titles and what is said of the page */
}

static void
append_blocks (GtkBox *box, const ToriHelpNode *node, const Builder *builder)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const ToriHelpNode *child = node->children->pdata[i];
      GtkWidget *block = make_block (child, builder);

      if (block != NULL)
        gtk_box_append (box, block);
    }
}

/* --- Pages --- */

/* The first page lists the others. */
static void
append_contents (GtkBox *box, GPtrArray *pages)
{
  for (guint i = 1; i < pages->len; i++)
    {
      ToriHelpPage *page = pages->pdata[i];
      g_autofree char *title = g_markup_escape_text (page->title, -1);
      g_autofree char *markup = g_strdup_printf ("<a href=\"%s\">%s</a>", page->id, title);
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_markup (GTK_LABEL (label), markup);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (box, label);
    }
}

/**
 * tori_help_page_build:
 * @self: a page
 * @pages: (element-type ToriHelpPage): all pages, to which links lead
 *
 * Links have the id of a page as their address, or one of the web.
 *
 * Returns: (transfer floating): what is on the page
 */
GtkWidget *
tori_help_page_build (ToriHelpPage *self, GPtrArray *pages)
{
  const Builder builder = { self, pages };
  const ToriHelpNode *root = self->root;
  GtkWidget *box = make_box (12);

  gtk_widget_add_css_class (box, "tori-help");
  gtk_box_append (GTK_BOX (box), make_label (tori_help_node_find (root, "title"), &builder, "title-1",
                                             GTK_ACCESSIBLE_ROLE_HEADING));
  append_blocks (GTK_BOX (box), root, &builder);
  if (g_str_equal (self->id, ids[0]))
    append_contents (GTK_BOX (box), pages);
  return box;
}
