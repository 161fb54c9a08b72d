<?php
// Sets up the WordPress in the folder named: one administrator, the accounts that the test acts as, categories.
$_SERVER['HTTP_HOST'] = '127.0.0.1:' . getenv('SITE_PORT');
define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
ob_start();
wp_install('The Wire', 'chief', 'chief@example.org', false, '', 'chief-password');
ob_end_clean();

function account($name, $role) {
    $id = wp_insert_user([
        'user_login' => $name, 'user_pass' => $name . '-password',
        'user_email' => $name . '@example.org', 'role' => $role,
    ]);
    [$secret] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'intake']);
    return ['user' => $name, 'password' => $name . '-password', 'secret' => $secret];
}

$categories = [];
foreach (['Statecraft', 'Political'] as $name) {
    $categories[$name] = wp_insert_term($name, 'category')['term_id'];
}
echo json_encode([
    'version' => $GLOBALS['wp_version'],
    'contributor' => account('intake', 'contributor'),
    'editor' => account('dana', 'editor'),
    'categories' => $categories,
]);
