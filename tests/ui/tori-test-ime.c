/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-ime.h"

#include <gtk/gtkimmodule.h>

/*
 * A Japanese input method that does the same in every session, for the tests of a whole process. Letters go
 * into the composition, Space converts it, Return commits it, Escape drops it, Backspace shortens it; every
 * other key is swallowed while there is one, as real input methods do with Ctrl, F keys and arrows. Without a
 * composition all keys but letters are passed on, digits too.
 */
#define TORI_TYPE_TEST_IME (tori_test_ime_get_type ())
G_DECLARE_FINAL_TYPE (ToriTestIme, tori_test_ime, TORI, TEST_IME, GtkIMContext)

struct _ToriTestIme
{
  GtkIMContext parent_instance;

  GString *composition;
};

G_DEFINE_FINAL_TYPE (ToriTestIme, tori_test_ime, GTK_TYPE_IM_CONTEXT)

static const struct
{
  const char *typed;
  const char *meant;
} words[] = {
  { "torikumi", "取組" },
  { "jinji", "人事" },
  { "zaisei", "財政" },
};

static void
compose (ToriTestIme *self, const char *text)
{
  const gboolean was = self->composition->len > 0, is = *text != '\0';

  if (!was && !is)
    return;
  if (!was)
    g_signal_emit_by_name (self, "preedit-start");
  g_string_assign (self->composition, text);
  g_signal_emit_by_name (self, "preedit-changed");
  if (!is)
    g_signal_emit_by_name (self, "preedit-end");
}

static void
convert (ToriTestIme *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (self->composition->str, words[i].typed))
      {
        compose (self, words[i].meant);
        return;
      }
}

static void
commit (ToriTestIme *self)
{
  g_autofree char *text = g_strdup (self->composition->str);

  compose (self, "");
  g_signal_emit_by_name (self, "commit", text);
}

static void
shorten (ToriTestIme *self)
{
  g_autofree char *rest =
      g_utf8_substring (self->composition->str, 0, g_utf8_strlen (self->composition->str, -1) - 1);

  compose (self, rest);
}

static gboolean
tori_test_ime_filter_keypress (GtkIMContext *context, GdkEvent *event)
{
  ToriTestIme *self = TORI_TEST_IME (context);
  const gboolean composing = self->composition->len > 0;
  const guint key = gdk_key_event_get_keyval (event);

  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS)
    return FALSE;
  if (!composing && gdk_event_get_modifier_state (event) & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  if (!composing && (key < GDK_KEY_a || key > GDK_KEY_z))
    {
      if (key < GDK_KEY_0 || key > GDK_KEY_9)
        return FALSE;
      g_signal_emit_by_name (self, "commit", (char[]){ (char) key, '\0' });
      return TRUE;
    }
  if (key >= GDK_KEY_a && key <= GDK_KEY_z
      && !(gdk_event_get_modifier_state (event) & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    {
      g_autofree char *longer = g_strdup_printf ("%s%c", self->composition->str, (char) key);

      compose (self, longer);
    }
  else if (key == GDK_KEY_space)
    convert (self);
  else if (key == GDK_KEY_Return)
    commit (self);
  else if (key == GDK_KEY_Escape)
    compose (self, "");
  else if (key == GDK_KEY_BackSpace)
    shorten (self);
  return TRUE;
}

static void
tori_test_ime_get_preedit_string (GtkIMContext *context, char **text, PangoAttrList **attributes, int *cursor)
{
  ToriTestIme *self = TORI_TEST_IME (context);

  if (text != NULL)
    *text = g_strdup (self->composition->str);
  if (attributes != NULL)
    *attributes = pango_attr_list_new ();
  if (cursor != NULL)
    *cursor = (int) g_utf8_strlen (self->composition->str, -1);
}

static void
tori_test_ime_reset (GtkIMContext *context)
{
  compose (TORI_TEST_IME (context), "");
}

static void
tori_test_ime_finalize (GObject *object)
{
  g_string_free (TORI_TEST_IME (object)->composition, TRUE);

  G_OBJECT_CLASS (tori_test_ime_parent_class)->finalize (object);
}

static void
tori_test_ime_class_init (ToriTestImeClass *klass)
{
  GtkIMContextClass *context_class = GTK_IM_CONTEXT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tori_test_ime_finalize;
  context_class->filter_keypress = tori_test_ime_filter_keypress;
  context_class->get_preedit_string = tori_test_ime_get_preedit_string;
  context_class->reset = tori_test_ime_reset;
}

static void
tori_test_ime_init (ToriTestIme *self)
{
  self->composition = g_string_new (NULL);
}

/* Makes it the input method of this process; after GTK has started, before the first window. */
void
tori_test_ime_install (void)
{
  g_setenv ("GTK_IM_MODULE", "tori-test-ime", TRUE);
  g_io_extension_point_implement (GTK_IM_MODULE_EXTENSION_POINT_NAME, TORI_TYPE_TEST_IME, "tori-test-ime", 0);
}
