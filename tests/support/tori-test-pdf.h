/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tori_test_pdf_ask (GBytes *pdf, const char *command);
char *tori_test_squeeze (const char *text);

G_END_DECLS
