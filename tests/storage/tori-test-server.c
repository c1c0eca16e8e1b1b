/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tori-test-server.h"

/* A GFile without a path, whose streams behave as those of a server: what is written replaces the file when
 * the stream is closed, unless it is closed with a cancelled cancellable. */

typedef struct
{
  GObject parent_instance;
  TestServer *server;
} TestFile;

typedef struct
{
  GFileInputStream parent_instance;
  GInputStream *memory;
} TestInput;

typedef struct
{
  GFileOutputStream parent_instance;
  TestServer *server;
  GString *written;
} TestOutput;

typedef GObjectClass TestFileClass;
typedef GFileInputStreamClass TestInputClass;
typedef GFileOutputStreamClass TestOutputClass;

static void test_file_iface (gpointer iface, gpointer data);
GType test_file_get_type (void);
GType test_input_get_type (void);
GType test_output_get_type (void);

G_DEFINE_TYPE_WITH_CODE (TestFile,
                         test_file,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_FILE, test_file_iface))
G_DEFINE_TYPE (TestInput, test_input, G_TYPE_FILE_INPUT_STREAM)
G_DEFINE_TYPE (TestOutput, test_output, G_TYPE_FILE_OUTPUT_STREAM)

static gssize
test_input_read (GInputStream *stream, void *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  return g_input_stream_read (((TestInput *) stream)->memory, buffer, size, cancellable, error);
}

static void
test_input_finalize (GObject *object)
{
  g_object_unref (((TestInput *) object)->memory);
  G_OBJECT_CLASS (test_input_parent_class)->finalize (object);
}

static void
test_input_class_init (TestInputClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_input_read;
  G_OBJECT_CLASS (klass)->finalize = test_input_finalize;
}

static void
test_input_init (TestInput *self)
{
}

static gssize
test_output_write (
    GOutputStream *stream, const void *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  TestOutput *self = (TestOutput *) stream;
  gsize n = MIN (size, 1000);

  if (self->server->room >= 0)
    n = MIN (n, self->server->room - self->written->len);
  if (n == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return -1;
    }
  g_string_append_len (self->written, buffer, (gssize) n);
  return (gssize) n;
}

static gboolean
test_output_close (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  TestOutput *self = (TestOutput *) stream;
  TestServer *server = self->server;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (server->loses_at_close)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The server does not answer.");
      return FALSE;
    }
  if (!server->content)
    server->content = g_string_new (NULL);
  g_string_assign (server->content, self->written->str);
  if (server->cuts)
    g_string_truncate (server->content, server->content->len / 2);
  return TRUE;
}

static void
test_output_finalize (GObject *object)
{
  g_string_free (((TestOutput *) object)->written, TRUE);
  G_OBJECT_CLASS (test_output_parent_class)->finalize (object);
}

static void
test_output_class_init (TestOutputClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = test_output_write;
  G_OUTPUT_STREAM_CLASS (klass)->close_fn = test_output_close;
  G_OBJECT_CLASS (klass)->finalize = test_output_finalize;
}

static void
test_output_init (TestOutput *self)
{
  self->written = g_string_new (NULL);
}

static GFileInputStream *
test_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  TestServer *server = ((TestFile *) file)->server;
  TestInput *stream;

  if (!server->content)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "missing");
      return NULL;
    }
  stream = g_object_new (test_input_get_type (), NULL);
  stream->memory = g_memory_input_stream_new_from_data (g_strdup (server->content->str),
                                                        (gssize) server->content->len, g_free);
  return G_FILE_INPUT_STREAM (stream);
}

static GFileOutputStream *
test_file_replace (GFile *file,
                   const char *etag,
                   gboolean make_backup,
                   GFileCreateFlags flags,
                   GCancellable *cancellable,
                   GError **error)
{
  TestServer *server = ((TestFile *) file)->server;
  TestOutput *stream;

  if (server->is_closed)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "closed");
      return NULL;
    }
  stream = g_object_new (test_output_get_type (), NULL);
  stream->server = server;
  return G_FILE_OUTPUT_STREAM (stream);
}

static char *
test_file_get_no_path (GFile *file)
{
  return NULL;
}

static char *
test_file_get_uri (GFile *file)
{
  return g_strdup ("test://server/served.torikumi");
}

static char *
test_file_get_basename (GFile *file)
{
  return g_strdup ("served.torikumi");
}

static GFile *
test_file_dup (GFile *file)
{
  return tori_test_server_new (((TestFile *) file)->server);
}

static void
test_file_iface (gpointer iface, gpointer data)
{
  GFileIface *file_iface = iface;

  file_iface->dup = test_file_dup;
  file_iface->get_basename = test_file_get_basename;
  file_iface->get_uri = test_file_get_uri;
  file_iface->get_path = test_file_get_no_path;
  file_iface->read_fn = test_file_read;
  file_iface->replace = test_file_replace;
}

static void
test_file_class_init (TestFileClass *klass)
{
}

static void
test_file_init (TestFile *self)
{
}

/* The server must outlive the file. */
GFile *
tori_test_server_new (TestServer *server)
{
  TestFile *self = g_object_new (test_file_get_type (), NULL);

  self->server = server;
  return G_FILE (self);
}
