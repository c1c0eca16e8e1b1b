/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-block.h"
#include "model/tori-entry.h"
#include "tori-test-editor.h"
#include "tori-test-input.h"
#include "tori-test-window.h"
#include "ui/tori-block-row.h"
#include "ui/tori-text-field.h"

/* The editor under a real input method: ibus with the engine anthy, which tests/ui/ibus.sh starts. */

typedef struct
{
  ToriTestEditor base;
  ToriBlock *block;
  GtkWidget *field;
  char *preedit;
} Fixture;

static void
preedit_cb (Fixture *f, const char *preedit)
{
  g_free (f->preedit);
  f->preedit = g_strdup (preedit);
}

#define assert_preedit(f, text) tori_test_wait (g_str_equal ((f)->preedit, text))

static void
set_up (Fixture *f, gconstpointer data)
{
  tori_test_editor_open (&f->base, data);
  f->block =
      tori_list_get (tori_entry_get_outcome (tori_initiative_find_entry (f->base.initiative, 2018)), 0);
  for (guint i = 0; f->field == NULL; i++)
    {
      f->field =
          tori_block_row_get_field (TORI_BLOCK_ROW (tori_test_nth (f->base.editor, TORI_TYPE_BLOCK_ROW, i)));
      if (tori_text_field_get_record (TORI_TEXT_FIELD (f->field)) != f->block)
        f->field = NULL;
    }
  f->preedit = g_strdup ("");
  g_signal_connect_swapped (f->field, "preedit-changed", G_CALLBACK (preedit_cb), f);
  gtk_widget_grab_focus (f->field);
}

/* The module of the input method lets go of what it knew when it likes. */
static void
tear_down (Fixture *f, gconstpointer data)
{
  if (f->base.editor != NULL)
    gtk_window_destroy (GTK_WINDOW (f->base.editor));
  tori_test_settle ();
  g_free (f->preedit);
  g_object_unref (f->base.history);
  g_object_unref (f->base.plan);
}

static void
set_text (Fixture *f, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->field));
  GtkTextIter end;

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
}

static gboolean
is_composing (Fixture *f)
{
  return tori_editor_get_composing (f->base.editor);
}

/* Runs the main loop for so many turns of a frame, or until something is composed. */
static gboolean
look (Fixture *f)
{
  for (guint i = 0; i < 100 && !is_composing (f); i++)
    {
      g_usleep (5000);
      tori_test_settle ();
    }
  return is_composing (f);
}

/* Escape first leaves the conversion, then the composition. */
static void
drop (Fixture *f)
{
  while (is_composing (f))
    {
      tori_test_key (GDK_KEY_Escape, 0);
      for (guint i = 0; i < 40 && is_composing (f); i++)
        {
          g_usleep (5000);
          tori_test_settle ();
        }
    }
}

/* The engine comes some time after the focus, and begins with Latin letters. */
static void
turn_on (Fixture *f)
{
  const gint64 end = g_get_monotonic_time () + tori_test_patience ();

  while (TRUE)
    {
      tori_test_key (GDK_KEY_j, GDK_CONTROL_MASK);
      tori_test_key (GDK_KEY_a, 0);
      if (look (f))
        break;
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
  drop (f);
}

#define assert_text(f, text) tori_test_wait (g_str_equal (tori_block_get_text ((f)->block), text))

static void
test_writing (Fixture *f, gconstpointer data)
{
  turn_on (f);
  set_text (f, "・1\n・");
  tori_test_type ("nihongo");
  assert_preedit (f, "にほんご");
  tori_test_key (GDK_KEY_space, 0);
  assert_preedit (f, "日本語");
  assert_text (f, "・1\n・"); /* nothing half composed */
  tori_test_key (GDK_KEY_Return, 0);
  assert_text (f, "・1\n・日本語"); /* Return was the input method's */
  tori_test_wait (!is_composing (f));
  tori_test_key (GDK_KEY_Return, 0);
  assert_text (f, "・1\n・日本語\n・");
  tori_test_key (GDK_KEY_Tab, 0);
  assert_text (f, "・1\n・日本語\n　・");
}

/* What the keys mean to the editor, they do not mean while something is composed. */
static void
test_keys (Fixture *f, gconstpointer data)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK },
    { GDK_KEY_w, GDK_CONTROL_MASK },
    { GDK_KEY_Page_Down, GDK_ALT_MASK },
    { GDK_KEY_1, GDK_ALT_MASK },
  };

  turn_on (f);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      set_text (f, "・1");
      tori_test_type ("kaigi");
      assert_preedit (f, "かいぎ");
      tori_test_key (keys[i].key, keys[i].modifiers);
      tori_test_settle ();
      drop (f);
      g_assert_nonnull (f->base.editor);
      g_assert_true (g_str_has_prefix (tori_block_get_text (f->block), "・1"));
      g_assert_true (gtk_widget_has_focus (f->field));
    }
  tori_test_key (GDK_KEY_Escape, 0); /* and now it is the editor's */
  tori_test_wait (f->base.editor == NULL);
}

static void
add_tests (void)
{
#define ADD(name, test) g_test_add ("/ibus/" name, Fixture, GINT_TO_POINTER (2018), set_up, test, tear_down)
  ADD ("writing", test_writing);
  ADD ("keys", test_keys);
#undef ADD
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
