/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-former-view.h"

#include <glib/gi18n.h>

#include "model/tori-block.h"
#include "model/tori-former.h"
#include "model/tori-topic.h"
#include "model/tori-year-words.h"
#include "ui/tori-block-column.h"

/* What was written before, to be read beside one of this year's texts. It is there to be read and copied
 * from; to be changed, its own year is shown. */
struct _ToriFormerView
{
  AdwBin parent_instance;

  ToriEditorSubject *subject;
  const ToriBlockKind *kind;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (ToriFormerView, tori_former_view, ADW_TYPE_BIN)

static void
append_label (ToriFormerView *self, const char *words, const char *css_class, gboolean selectable)
{
  GtkWidget *label = gtk_label_new (words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string ("ja")));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), selectable);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
}

static char *
join_topics (ToriEntry *entry, ToriBlock *block)
{
  ToriList *topics = tori_entry_get_topics (entry);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < tori_list_get_length (topics); i++)
    {
      ToriTopic *topic = tori_list_get (topics, i);

      if (g_strv_contains (tori_block_get_topics (block), tori_record_get_id (TORI_RECORD (topic))))
        g_strv_builder_add (titles, tori_topic_get_title (topic));
    }
  list = g_strv_builder_end (titles);
  return g_strjoinv (C_ ("list", ", "), list);
}

static void
append_block (ToriFormerView *self, ToriEntry *entry, ToriBlock *block)
{
  g_autofree char *topics = join_topics (entry, block);

  if (*tori_block_get_text (block) == '\0')
    return;
  if (*topics != '\0')
    append_label (self, topics, "caption-heading", FALSE);
  append_label (self, tori_block_get_text (block), NULL, TRUE);
}

static void
append_blocks (ToriFormerView *self, ToriEntry *entry, ToriList *blocks)
{
  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    append_block (self, entry, tori_list_get (blocks, i));
}

/* What was to come next then is where the actions of this year begin. */
static ToriList *
get_plans (ToriFormerView *self, ToriEntry *entry)
{
  return self->kind == &tori_block_kinds[0] ? tori_entry_get_outlook (entry) : NULL;
}

static void
show (ToriFormerView *self, ToriEntry *entry, ToriList *blocks)
{
  g_autofree char *year =
      tori_year_words (tori_editor_subject_get_plan (self->subject), tori_entry_get_year (entry));
  ToriList *plans = get_plans (self, entry);
  g_autofree char *heading = NULL;

  append_label (self, year, "dim-label", FALSE);
  append_blocks (self, entry, blocks);
  if (plans == NULL || tori_list_get_length (plans) == 0)
    return;
  /* Translators: heads what was to come next, beside what was done then; %1$s is a fiscal year, %2$s the name
   * of the text, such as Outlook. */
  heading = g_strdup_printf (_ ("%1$s: %2$s"), year, g_dpgettext2 (NULL, "entry", tori_block_kinds[2].title));
  append_label (self, heading, "dim-label", FALSE);
  append_blocks (self, entry, plans);
}

static gboolean
has_anything (ToriFormerView *self, ToriEntry *entry, ToriList *blocks)
{
  ToriList *plans = get_plans (self, entry);

  return tori_list_get_length (blocks) > 0 || (plans != NULL && tori_list_get_length (plans) > 0);
}

static void
tori_former_view_dispose (GObject *object)
{
  g_clear_object (&TORI_FORMER_VIEW (object)->subject);

  G_OBJECT_CLASS (tori_former_view_parent_class)->dispose (object);
}

static void
tori_former_view_class_init (ToriFormerViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_former_view_dispose;
}

static void
tori_former_view_init (ToriFormerView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "tori-former");
}

/**
 * tori_former_view_new:
 * @subject: what the editor shows
 * @kind: which of the three texts
 *
 * Returns: (transfer floating): what was written there before; invisible when that is nothing, or when nobody
 * wants to see it
 */
GtkWidget *
tori_former_view_new (ToriEditorSubject *subject, const ToriBlockKind *kind)
{
  ToriFormerView *self = g_object_new (TORI_TYPE_FORMER_VIEW, NULL);

  self->subject = g_object_ref (subject);
  self->kind = kind;
  g_signal_connect_object (subject, "notify::shows-former", G_CALLBACK (tori_former_view_follow), self,
                           G_CONNECT_SWAPPED);
  tori_former_view_follow (self);
  return GTK_WIDGET (self);
}

/**
 * tori_former_view_follow:
 * @self: what was written before
 *
 * Shows that as it is now.
 */
void
tori_former_view_follow (ToriFormerView *self)
{
  ToriEntry *entry;
  g_autoptr (ToriList) blocks = NULL;

  g_return_if_fail (TORI_IS_FORMER_VIEW (self));

  self->box = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  entry = tori_editor_subject_get_shows_former (self->subject)
              ? tori_editor_subject_get_former (self->subject)
              : NULL;
  if (entry != NULL)
    g_object_get (entry, self->kind->property, &blocks, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), entry != NULL && has_anything (self, entry, blocks));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  show (self, entry, blocks);
}
