"""Every setting, read from the environment once. `.env.example` lists them with their meaning."""

import os
import secrets
import sys
from pathlib import Path

import dj_database_url

from alongside.activities.discovery import found_apps
from alongside.kit.db import guard

guard.use_sound_sqlite()


def _is_on(name: str, default: bool = False) -> bool:
    """A yes-or-no setting; raises ValueError with a plain sentence for any other word."""
    word = os.environ.get(name, "yes" if default else "no").strip().lower()
    if word in {"1", "yes", "true", "on"}:
        return True
    if word in {"0", "no", "false", "off", ""}:
        return False
    raise ValueError(f"{name} is “{word}”. Write yes or no.")


def _number(name: str, default: int) -> int:
    """A setting that is a whole number; raises ValueError with a plain sentence for anything else."""
    word = os.environ.get(name) or str(default)
    if not word.isascii() or not word.isdigit():
        raise ValueError(f"{name} is “{word}”. Write a whole number, such as {default}.")
    return int(word)


TESTING = "pytest" in sys.modules
DATA_DIR = Path(os.environ.get("DATA_DIR") or (".cache/tests" if TESTING else "data")).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
BACKUP_DIR = Path(os.environ.get("BACKUP_DIR") or DATA_DIR / "backups").resolve()
PORT = _number("PORT", 8000)
PUBLIC_URL = os.environ.get("PUBLIC_URL", "").rstrip("/")
IS_DEMO = _is_on("ALONGSIDE_DEMO", default=(DATA_DIR / "demo.json").exists())
DEBUG = _is_on("DEBUG")


def _secret_key() -> str:
    """The key that signs sessions: from SECRET_KEY, or made once and kept beside the data, readable by us alone."""
    given = os.environ.get("SECRET_KEY")
    if given:
        return given
    kept = DATA_DIR / "secret.key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(64))
    return kept.read_text().strip()


SECRET_KEY = _secret_key()
IS_SECRET_GIVEN = bool(os.environ.get("SECRET_KEY"))
REDIS_URL = os.environ.get("REDIS_URL", "")
ALLOWED_HOSTS = [PUBLIC_URL.split("//")[-1].split(":")[0], "localhost", "127.0.0.1"] if PUBLIC_URL else ["*"]
IS_SECURE = PUBLIC_URL.startswith("https://")

INSTALLED_APPS = [
    "alongside.home",
    "alongside.reporting",
    "alongside.rehearsals",
    "alongside.safeguarding",
    "alongside.recommendations",
    "alongside.resources",
    "alongside.activities",
    *found_apps(),
    "alongside.facilitation",
    "alongside.workshops",
    "alongside.projects",
    "alongside.people",
    "alongside.kit",
    "alongside.kit.keys",
    "alongside.kit.audit",
    "alongside.kit.mail",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "alongside.kit.languages.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "alongside.kit.access.middleware.AccessMiddleware",
]

ROOT_URLCONF = "alongside.config.urls"
WSGI_APPLICATION = "alongside.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "alongside.kit.ui.context.page",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{DATA_DIR / 'alongside.sqlite3'}"
    ),
    "keys": dj_database_url.parse(
        os.environ.get("KEYS_DATABASE_URL") or f"sqlite:///{DATA_DIR / 'keys.sqlite3'}"
    ),
}
for _alias, _database in DATABASES.items():
    if _database["ENGINE"] == "django.db.backends.sqlite3":
        _database["ENGINE"] = "alongside.kit.db.sqlite"
        _database["OPTIONS"] = guard.OPTIONS
        _database["CONN_MAX_AGE"] = None  # opening the file anew for each page costs more than many a query
        # Tests use a file too: threads share it under the same rules as in real use.
        _database["TEST"] = {"NAME": str(DATA_DIR / f"test-{_alias}-{os.getpid()}.sqlite3")}
    else:
        _database["CONN_MAX_AGE"] = 300  # a new connection costs the server of PostgreSQL a new process
        _database["CONN_HEALTH_CHECKS"] = True
DATABASE_ROUTERS = ["alongside.kit.keys.router.KeysRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:day"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_VERIFICATION = (
    "none"  # each sign-in begins with a code sent there, or with a passkey made after one
)
MFA_ALLOW_UNVERIFIED_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_ADAPTER = "alongside.people.sign_in.SignInAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "recovery_codes", "totp"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Alongside"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_SECURE

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
EMAIL_BACKEND = os.environ.get("EMAIL_BACKEND", "alongside.kit.mail.backend.KeepHere")
EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
EMAIL_PORT = _number("EMAIL_PORT", 25)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = _is_on("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", "Alongside <alongside@localhost>")

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg"), ("ur", "اردو")]
LANGUAGE_COOKIE_NAME = "language"
LOCALE_PATHS = [DATA_DIR / "locale"]  # made from the catalogues in git, see kit/languages/compiling.py
USE_TZ = True
TIME_ZONE = os.environ.get("TIME_ZONE", "Europe/London")

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 12
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_SECURE else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if IS_SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "alongside.kit.ui.errors.csrf"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["alongside", "default"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"hide_secrets": {"()": "alongside.kit.access.quiet_log.HideSecrets"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["hide_secrets"]}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
